import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { awardRequestTo } from '../../../api/award-request';
import { ActionButtons } from '../../../extensions/action-buttons';
import { buyerName } from '../../../ui/buyer-name';
import { isActiveClaim } from '../../../api/active-claim';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { Copying } from '../../../ui/copying';
import { Icon } from '../../../ui/icon';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { ConsoleActs } from '../../acts/console-acts';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { actorName } from '../../../ui/actor-name';
import { labels } from '../labels';
import { positionOf, winnersOf } from '../../state/claim-positions';
import { availableUnits } from '../../state/stock-lines';
import { claimStatusWord } from '../../../shows/claim-status-words';
import { pendingUntil, secondsUntil } from '../../../shows/pending-until';
import { ClaimHistory } from './claim-history';
import { ClaimNote } from './claim-note';
import { explain } from './explain';
import { MomentReplay } from './moment-replay';
import { WhySide } from './why-side';

/** Explains a claim's status by comparing its buyer with the buyer who got the last unit. */
@Component({
  selector: 'app-why',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ...[ActButton, ActionButtons, Chip, Icon, MisclickGuard],
    ...[ClaimHistory, ClaimNote, MomentReplay, WhySide],
  ],
  templateUrl: './why.html',
  host: { class: 'block px-3 pb-4' },
})
export class Why {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly drawer = inject(Drawer);
  private readonly copying = inject(Copying);
  readonly claim = input.required<Claim>();
  protected readonly labels = labels;
  protected readonly actorName = actorName;
  protected readonly copied = signal(false);
  protected readonly item = computed(() => this.store.state()?.items.get(this.claim().itemId ?? '') ?? null);
  private readonly winners = computed(() =>
    winnersOf(this.store.state(), this.item()).filter(({ variant }) => variant === this.claim().variant),
  );
  private readonly position = computed(() => positionOf(this.store.state(), this.claim().id));
  protected readonly word = computed(() => claimStatusWord(this.claim(), this.position()));
  /** Seconds until the fairness window is over, or null if the claim is not pending. */
  protected readonly pendingSeconds = computed(() => {
    const state = this.store.state();
    if (this.claim().status !== 'pending' || state === null) return null;
    this.store.clock();
    return secondsUntil(pendingUntil(this.claim().why, state.show), this.store.serverNow());
  });
  protected readonly explanation = computed(() =>
    explain({ claim: this.claim(), item: this.item(), winners: this.winners(), position: this.position() }),
  );
  protected readonly nameOf = buyerName;
  protected readonly isActive = computed(() => isActiveClaim(this.claim()));
  protected readonly mayAward = computed(() => {
    const item = this.item();
    const { status, variant } = this.claim();
    const isVariantKnown = item?.variants === undefined || variant !== undefined;
    return status !== 'winner' && isVariantKnown && availableUnits(item, variant) > 0;
  });
  /** The arrival of the claim that won the last unit, or of this claim if there is no rival. */
  protected readonly replayMiddle = computed(() => (this.explanation().rival ?? this.claim()).why.arrival);

  protected award(): void {
    const item = this.item();
    if (item) void this.acts.award(item, awardRequestTo(this.claim().buyer, this.claim().variant));
  }

  protected async copy(): Promise<void> {
    this.copied.set(
      await this.copying.copy(
        this.explanation().answer,
        $localize`:What was copied@@console.why.answer:Answer`,
      ),
    );
  }
}
