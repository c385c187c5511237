import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LoadFailed } from '../ui/load-failed';
import { ClaimFeed } from './claims/claim-feed';
import { NeedsYou } from './claims/needs-you';
import { CommentStream } from './comments/comment-stream';
import { ViewerVoice } from './comments/viewer-voice';
import { ConsoleActs } from './console-acts';
import { ConsoleStore } from './console-store';
import { ItemChoice } from './item-choice';
import { ItemPanel } from './items/item-panel';
import { Layout } from './layout';
import { ShowLink } from './link/show-link';
import { type PanelTab, PanelTabs } from './panel-tabs';
import { HealthStrip } from './strip/health-strip';
import { NowLine } from './strip/now-line';
import { ProofLine } from './strip/proof-line';

/** The screen a show is run from: is it working, what is selling and who got it, what needs me. */
@Component({
  selector: 'app-console',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    MatButton,
    LoadFailed,
    HealthStrip,
    NowLine,
    ProofLine,
    PanelTabs,
    ItemPanel,
    ClaimFeed,
    NeedsYou,
    CommentStream,
    ViewerVoice,
  ],
  providers: [ConsoleStore, ConsoleActs, ShowLink, ItemChoice],
  templateUrl: './console.html',
  host: { class: 'flex h-dvh flex-col overflow-hidden' },
})
export class Console {
  protected readonly store = inject(ConsoleStore);
  protected readonly columns = inject(Layout).columns;
  private readonly choice = inject(ItemChoice);
  readonly id = input.required<string>();

  protected readonly needs = computed(() => {
    const state = this.store.state();
    return state ? state.unmatched.size + state.review.size : 0;
  });
  protected readonly tabs = computed<readonly PanelTab[]>(() => {
    const stats = this.store.state()?.stats;
    const claims: PanelTab = { id: 'claims', name: 'Claims', icon: 'sell', count: stats?.claims ?? 0 };
    const needs: PanelTab = { id: 'needs', name: 'Needs you', icon: 'notifications', needs: this.needs() };
    const comments: PanelTab = { id: 'comments', name: 'Comments', icon: 'chat', count: stats?.comments ?? 0 };
    switch (this.columns()) {
      case 'four':
        return [claims];
      case 'three':
        return [claims, needs];
      case 'two':
        return [claims, comments, needs];
      case 'one':
        return [
          { id: 'now', name: 'Now', icon: 'live_tv' },
          { id: 'items', name: 'Items', icon: 'inventory_2' },
          { ...claims, count: 0 },
          needs,
        ];
    }
  });
  protected readonly grid = computed(
    () =>
      ({
        one: '',
        two: 'grid-cols-[18rem_minmax(0,1fr)]',
        three: 'grid-cols-[20rem_minmax(30rem,1fr)_22rem]',
        four: 'grid-cols-[20rem_minmax(30rem,1fr)_22rem_26rem]',
      })[this.columns()],
  );
  /** Stays where it is while the window is resized, as long as there is such a tab. */
  protected readonly tab = linkedSignal<readonly PanelTab[], string>({
    source: this.tabs,
    computation: (tabs, previous) => tabs.find(({ id }) => id === previous?.value)?.id ?? tabs[0]?.id ?? 'claims',
  });

  protected readonly tabName = computed(() => this.tabs().find(({ id }) => id === this.tab())?.name ?? '');

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.open(id));
    });
    effect(() => {
      if (this.choice.asked() > 0 && untracked(this.columns) === 'one') this.tab.set('items');
    });
    const title = inject(Title);
    effect(() => {
      const name = this.store.state()?.show.name;
      if (name) title.setTitle(`${this.needs() > 0 ? `(${this.needs()}) ` : ''}${name} · Sellary`);
    });
  }

  protected reload(): void {
    void this.store.open(this.id());
  }
}
