import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icon';
import { ClockPipe } from '../../ui/times';
import { ConsoleActs } from '../console-acts';
import { ConsoleStore } from '../console-store';
import { ItemChoice } from '../item-choice';
import { HAPPENING_WORDS } from '../status-words';
import type { ClaimRow } from '../state/feed-row';
import { standingNow } from '../state/standing';

const LATE_FROM_SECONDS = 10;

/** One row of the feed: what happened then, and in a second badge how it stands now. Acts wait at the row's end. */
@Component({
  selector: 'app-claim-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Icon, ClockPipe],
  templateUrl: './claim-row-view.html',
  host: { class: 'group flex h-full items-center gap-2.5 border-b border-line/60 px-3 hover:bg-sunken/60 focus-within:bg-sunken/60' },
})
export class ClaimRowView {
  private readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly choice = inject(ItemChoice);
  readonly row = input.required<ClaimRow>();
  protected readonly word = computed(() => HAPPENING_WORDS[this.row().happening]);
  protected readonly muted = computed(() => this.word().tone === 'mute');
  protected readonly late = computed(() => this.row().late >= LATE_FROM_SECONDS);
  protected readonly now = computed(() => {
    const state = this.store.state();
    const standing = state && standingNow(state, this.row());
    return standing ? { ...HAPPENING_WORDS[standing.happening], position: standing.position } : null;
  });
  protected readonly claim = computed(() => {
    const id = this.row().claimId;
    return id === null ? null : (this.store.state()?.claims.get(id) ?? null);
  });
  /** Offered on the row where the claim stands as told, not on every row it ever had. */
  protected readonly releasable = computed(() => {
    const status = this.claim()?.status;
    const active = status === 'winner' || status === 'waitlist' || status === 'pending' || status === 'unmatched';
    return this.store.isOperator() && active && (this.now() === null || this.now()?.word === this.word().word);
  });
  protected readonly mayAct = this.store.mayAct;
  protected readonly refusal = computed(() => {
    const id = this.row().claimId;
    return id === null ? null : this.acts.refusal(id);
  });
}
