import { CdkTrapFocus } from '@angular/cdk/a11y';
import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { formatNumber } from '../i18n/format-locale';
import { BlockedBuyers } from '../blocks/blocked-buyers';
import { EmptyState } from '../ui/empty-state';
import { LoadFailed } from '../ui/load-failed';
import { applyTextSize } from '../ui/text-size';
import { NeedsAttention } from './state/needs-attention';
import { ClaimFeed } from './panels/claims/claim-feed';
import { CommentStream } from './panels/comments/comment-stream';
import { LazyRehearsal } from './panels/comments/lazy-rehearsal';
import { ConsoleActs } from './acts/console-acts';
import { preloadDialogs } from './dialog-preload';
import { NeedsActs } from './acts/needs-acts';
import { SourceActs } from './acts/source-acts';
import { ConsoleDialogs } from './acts/console-dialogs';
import { ConsoleStore } from './state/console-store';
import { ConsoleSounds } from './sounds/console-sounds';
import { Drawer } from './state/drawer';
import { DrawerPanel } from './panels/drawer/drawer-panel';
import { DetailsCode, LazyDetails } from './panels/drawer/lazy-details';
import { Awarding } from './panels/items/awarding';
import { ItemPanel } from './panels/items/item-panel';
import { ConsoleKeys, type PanelName, type Panels } from './keys/console-keys';
import { Hotkeys } from './keys/hotkeys';
import { Layout, tracks } from './layout/layout';
import { ShowLink } from './state/link/show-link';
import { ReviewPreviews } from './panels/needs/review-previews';
import { NeedsYou } from './panels/needs/needs-you';
import { RenderScheduler } from './state/render-scheduler';
import { type PanelTab, PanelTabs } from './layout/panel-tabs';
import { Splits } from './layout/splits';
import { Splitter } from './layout/splitter';
import { HealthStrip } from './panels/strip/health-strip';
import { LinkNotice } from './panels/strip/link-notice';
import { NowLine } from './panels/strip/now-line';
import { ProofLine } from './panels/strip/proof-line';
import { TabBadge } from './layout/tab-badge';
import { WakeLock } from './layout/wake-lock';

/** The screen for running a show: connection health, current item and its winners, open decisions. */
@Component({
  selector: 'app-console',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CdkTrapFocus,
    NgTemplateOutlet,
    RouterLink,
    MatButton,
    EmptyState,
    LoadFailed,
    HealthStrip,
    LinkNotice,
    NowLine,
    ProofLine,
    PanelTabs,
    ItemPanel,
    LazyDetails,
    ClaimFeed,
    NeedsYou,
    CommentStream,
    LazyRehearsal,
    DrawerPanel,
    Splitter,
  ],
  providers: [
    ConsoleStore,
    RenderScheduler,
    ConsoleActs,
    ShowLink,
    Drawer,
    NeedsAttention,
    NeedsActs,
    ReviewPreviews,
    SourceActs,
    Awarding,
    ConsoleDialogs,
    ConsoleKeys,
    ConsoleSounds,
    Hotkeys,
    TabBadge,
    WakeLock,
  ],
  templateUrl: './console.html',
  host: { class: 'flex h-dvh flex-col overflow-hidden' },
})
export class Console implements Panels {
  protected readonly formatNumber = formatNumber;
  protected readonly texts = {
    needs: $localize`:@@console.needs.label:Needs you`,
    details: $localize`:@@console.details.title:Details`,
  };
  protected readonly store = inject(ConsoleStore);
  protected readonly columns = inject(Layout).columns;
  protected readonly drawer = inject(Drawer);
  protected readonly attention = inject(NeedsAttention);
  protected readonly hotkeys = inject(Hotkeys);
  private readonly widths = inject(Splits).widths;
  private readonly injector = inject(Injector);
  readonly id = input.required<string>();
  /** Id of the claim to open, from a link on another page. */
  readonly claim = input<string>();
  private openedClaim: string | undefined;
  readonly items = viewChild(ItemPanel);
  private readonly claimFeed = viewChild(ClaimFeed);
  /** Undefined while another tab covers the claims. */
  readonly claims = computed(() => (this.claimsCovered() ? undefined : this.claimFeed()));
  readonly comments = viewChild(CommentStream);
  readonly needs = viewChild(NeedsYou);
  readonly now = viewChild(NowLine);

  protected readonly tabs = computed<readonly PanelTab[]>(() => {
    const stats = this.store.state()?.stats;
    const claims: PanelTab = {
      id: 'claims',
      name: $localize`:@@console.claims.title:Claims`,
      icon: 'sell',
      count: stats?.claims ?? 0,
    };
    const needs: PanelTab = {
      id: 'needs',
      name: this.texts.needs,
      icon: 'notifications',
      needs: this.attention.count(),
    };
    const comments: PanelTab = {
      id: 'comments',
      name: $localize`:@@console.comments.title:Comments`,
      icon: 'chat',
      count: stats?.comments ?? 0,
    };
    switch (this.columns()) {
      case 'five':
      case 'four':
        return [claims];
      case 'three':
        return [claims, needs];
      case 'two':
        return [claims, comments, needs];
      case 'one':
        return [
          {
            id: 'now',
            name: $localize`:Tab with the current item and the comments@@console.tab.now:Now`,
            icon: 'live_tv',
          },
          { id: 'items', name: $localize`:@@console.items.title:Items`, icon: 'inventory_2' },
          { ...claims, count: 0 },
          needs,
        ];
    }
  });
  protected readonly isRehearsal = computed(
    () => this.store.state()?.show.sources.some(({ platform }) => platform === 'rehearsal') ?? false,
  );
  /** True if there are three columns and the drawer covers the comments. */
  protected readonly commentsCovered = computed(
    () => this.columns() === 'three' && this.drawer.view() !== null,
  );
  /** True if there are several columns and another tab covers the claims. */
  protected readonly claimsCovered = computed(() => this.columns() !== 'one' && this.tab() !== 'claims');
  protected readonly grid = computed(() => tracks(this.columns(), this.widths()));
  /** The chosen tab. It does not change when the window is resized, if it still exists. */
  protected readonly tab = linkedSignal<readonly PanelTab[], string>({
    source: this.tabs,
    computation: (tabs, previous) =>
      tabs.find(({ id }) => id === previous?.value)?.id ?? tabs[0]?.id ?? 'claims',
  });
  protected readonly tabName = computed(() => this.tabs().find(({ id }) => id === this.tab())?.name ?? '');

  constructor() {
    // These services run on their own while the console is open.
    inject(ConsoleSounds);
    inject(TabBadge);
    inject(WakeLock);
    const blocks = inject(BlockedBuyers);
    applyTextSize();
    preloadDialogs();
    if (this.columns() === 'five') void inject(DetailsCode).load();
    const keys = inject(ConsoleKeys);
    keys.connect(this);
    this.hotkeys.listen(keys);
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.open(id).then(() => blocks.load()));
    });
    // Not in the drawer, which is no longer there to report that it was closed.
    effect(() => {
      const open = this.drawer.presence();
      untracked(() => this.store.reportPresence({ open }));
    });
    const blocksVersion = computed(() => this.store.heartbeat()?.blocksVersion);
    effect(() => {
      if (blocksVersion() !== undefined) untracked(() => void blocks.load());
    });
    effect(() => {
      const claim = this.claim();
      if (claim === undefined || this.store.state() === null) return;
      untracked(() => this.openOnce(claim));
    });
  }

  /** Opens a linked claim once, because a new snapshot must not reopen what the operator has closed. */
  private openOnce(claim: string): void {
    if (this.openedClaim === claim) return;
    this.openedClaim = claim;
    this.drawer.open({ kind: 'claim', id: claim });
  }

  goTo(panel: PanelName, then?: 'search'): void {
    const [previousTab, previousView] = [this.tab(), this.drawer.view()];
    // A panel without its own column has a tab with the same id.
    const tabId = this.columns() === 'one' && panel === 'comments' ? 'now' : panel;
    if (this.tabs().some(({ id }) => id === tabId)) this.tab.set(tabId);
    // The drawer may cover the comments or Needs you.
    else if (
      (panel === 'comments' && this.columns() === 'three') ||
      (panel === 'needs' && this.columns() !== 'five')
    ) {
      this.drawer.close();
    }
    const focus = (): void => {
      if (then === 'search' && panel === 'claims') this.claims()?.search();
      else this[panel]()?.focus();
    };
    // A panel already on the page gets the focus immediately, so that the next key acts in it.
    if (this.tab() === previousTab && this.drawer.view() === previousView) focus();
    else afterNextRender(focus, { injector: this.injector });
  }
}
