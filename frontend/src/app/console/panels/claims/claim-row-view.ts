import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { BlockedBuyers } from '../../../blocks/blocked-buyers';
import { BlockedMark } from '../../../blocks/blocked-mark';
import { buyerName } from '../../../ui/buyer-name';
import { isActiveClaim } from '../../../api/active-claim';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { Handle } from '../../../ui/handle';
import { Icon } from '../../../ui/icon';
import { initials } from '../../../ui/initials';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { ClockPipe, clock } from '../../../ui/times';
import { labels } from '../labels';
import { ConsoleActs } from '../../acts/console-acts';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { type ClaimResult, RESULT_WORDS } from '../../../shows/claim-status-words';
import { pendingUntil, secondsUntil } from '../../../shows/pending-until';
import type { ClaimRow } from '../../state/feed-row';
import { currentResult } from '../../state/claim-positions';

const LATE_FROM_SECONDS = 10;
/** Results whose word describes an operator's act, such as "awarded by Ben". */
const OPERATOR_RESULTS: ReadonlySet<ClaimResult> = new Set(['awarded', 'promoted', 'released', 'closed']);

/**
 * One row of the feed in fixed columns: the time, the item, the buyer with the comment, the current status,
 * and the button. If the row reported another status, that status appears in small text beside the current
 * one.
 */
@Component({
  selector: 'app-claim-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, BlockedMark, Chip, Handle, Icon, MisclickGuard, ClockPipe],
  templateUrl: './claim-row-view.html',
  host: {
    role: 'gridcell',
    class:
      'group flex h-full cursor-pointer items-center gap-2.5 border-b border-line/60 px-3 hover:bg-sunken/60 focus-within:bg-sunken/60 aria-busy:opacity-60 aria-busy:transition-opacity aria-busy:delay-300',
    '[class.bg-sunken]': 'isOpen()',
    '[attr.aria-busy]': 'busy() || null',
  },
})
export class ClaimRowView {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly drawer = inject(Drawer);
  protected readonly blocks = inject(BlockedBuyers);
  readonly row = input.required<ClaimRow>();
  protected readonly labels = labels;
  protected readonly initials = initials;
  protected readonly reportedStatus = computed(() => RESULT_WORDS[this.row().result]);
  /** Text that names the operator who made the change, such as "awarded by Ben"; null if no operator did. */
  protected readonly operatorText = computed(() => {
    const { by, result } = this.row();
    if (!by) return null;
    return OPERATOR_RESULTS.has(result)
      ? $localize`:What an operator did to a claim@@console.claim-row.done-by:${this.reportedStatus().word.toLowerCase()}:result: by ${by}:operator:`
      : $localize`:@@console.claim-row.by:changed by ${by}:operator:`;
  });
  protected readonly isMuted = computed(() => this.reportedStatus().tone === 'mute');
  protected readonly isLate = computed(() => this.row().lateSeconds >= LATE_FROM_SECONDS);
  protected readonly times = computed(
    () =>
      $localize`:A comment's two timestamps@@console.claim-row.times:Written ${clock(this.row().at)}:written:, arrived ${clock(this.row().receivedAt)}:arrived:`,
  );
  protected readonly currentStatus = computed(() => {
    const state = this.store.state();
    const { result, position } = state
      ? currentResult(state, this.row())
      : { result: this.row().result, position: this.row().position };
    return { ...RESULT_WORDS[result], result, position };
  });
  /** Seconds until the claim's fairness window is over, or null if the claim is not pending. */
  protected readonly pendingSeconds = computed(() => {
    const [claim, state] = [this.claim(), this.store.state()];
    if (claim?.status !== 'pending' || state === null) return null;
    this.store.clock();
    return secondsUntil(pendingUntil(claim.why, state.show), this.store.serverNow());
  });
  /**
   * The status that the row reported, if the current one is different. A new place in line alone is not a new
   * status.
   */
  protected readonly earlierStatus = computed(() =>
    this.currentStatus().result === this.row().result ? null : this.reportedStatus(),
  );
  private readonly claim = computed(() => this.store.state()?.claims.get(this.row().claimId ?? '') ?? null);
  /** True if the row offers Release: only the row with the current status, not every row of the claim. */
  protected readonly canRelease = computed(() => {
    const claim = this.claim();
    if (!this.store.isOperator() || claim === null || claim.paid || !isActiveClaim(claim)) return false;
    return this.earlierStatus() === null;
  });
  /**
   * Seq of the act that the row offers to undo. Only the claim's own row offers it, not the row that reports
   * the act.
   */
  protected readonly undoSeq = computed(() => {
    const { claimId, result } = this.row();
    return claimId === null || result === 'released' || result === 'awarded'
      ? null
      : this.acts.undoableSeq(claimId);
  });
  /** True if the undoable act ended the claim. The row is then struck through. */
  protected readonly isStruckThrough = computed(() => {
    const claim = this.claim();
    return this.undoSeq() !== null && claim !== null && !isActiveClaim(claim);
  });
  protected readonly busy = computed(() => {
    const { claimId } = this.row();
    const seq = this.undoSeq();
    return (claimId !== null && this.acts.busy(claimId)) || (seq !== null && this.acts.busy(`act-${seq}`));
  });
  protected readonly flagged = computed(() => this.claim()?.flagged === true);
  protected readonly isOpen = computed(() => {
    const view = this.drawer.view();
    return view?.kind === 'claim' && view.id === this.row().claimId;
  });
  protected readonly watchers = computed(() => {
    const id = this.row().claimId;
    return id === null ? [] : this.store.watchersOf(`claim:${id}`);
  });
  protected readonly refusal = computed(() => this.acts.refusal(this.row().claimId ?? ''));

  protected readonly buttonLabel = computed(() => {
    const { buyer, itemNumber, variant } = this.row();
    const number = variant === null ? itemNumber : `${itemNumber} ${variant}`;
    return this.undoSeq() === null
      ? labels.release(buyerName(buyer), number)
      : this.isStruckThrough()
        ? labels.undoRelease(buyerName(buyer))
        : labels.undoAward(buyerName(buyer));
  });

  protected releaseOrUndo(): void {
    const claim = this.claim();
    const seq = this.undoSeq();
    if (seq !== null) void this.acts.undoBySeq(seq);
    else if (claim) void this.acts.release(claim);
  }
}
