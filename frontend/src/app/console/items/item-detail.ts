import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Claim, Item } from '@sellary/contracts';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icon';
import { ConsoleActs, type Recipient } from '../console-acts';
import { ConsoleStore } from '../console-store';
import { itemWord } from '../status-words';
import { AwardDialog, type AwardQuestion } from './award-dialog';

const MOST_UNITS = 30;
const WAITERS_SHOWN = 20;

/** One item: who has it, who waits, and what can be done about it. */
@Component({
  selector: 'app-item-detail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Icon],
  templateUrl: './item-detail.html',
  host: { class: 'block', role: 'region', '[attr.aria-label]': '"Item " + item().itemNumber' },
})
export class ItemDetail {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  private readonly dialog = inject(MatDialog);
  readonly item = input.required<Item>();
  readonly closed = output();

  protected readonly most = MOST_UNITS;
  protected readonly word = computed(() => itemWord(this.item()));
  protected readonly left = computed(() => this.item().totalQuantity - this.item().claimedCount);
  protected readonly showing = computed(() => this.store.state()?.show.nowShowingItemId === this.item().id);
  protected readonly held = computed(() => !this.store.mayAct() || this.acts.busy(this.item().id));
  protected readonly refusal = computed(() => this.acts.refusal(this.item().id));
  protected readonly winners = computed(() => this.claims(this.item().winners.map(({ claimId }) => claimId)));
  private readonly line = computed(() => this.store.state()?.waiting.get(this.item().id) ?? []);
  protected readonly waiters = computed(() => this.claims(this.line().slice(0, WAITERS_SHOWN)));
  protected readonly moreWaiting = computed(() => Math.max(0, this.line().length - WAITERS_SHOWN));

  private claims(ids: readonly string[]): Claim[] {
    const state = this.store.state();
    return ids.flatMap((id) => state?.claims.get(id) ?? []);
  }

  protected awardTo({ buyer }: Claim): void {
    const { handle, platformUserId, platform } = buyer;
    const recipient: Recipient = platform === 'manual' ? { handle } : { handle, platformUserId, platform };
    void this.acts.award(this.item(), recipient);
  }

  protected awardByHandle(): void {
    const item = this.item();
    this.dialog
      .open<AwardDialog, AwardQuestion, string>(AwardDialog, { data: { item, left: this.left() }, width: '26rem' })
      .afterClosed()
      .subscribe((handle) => handle && void this.acts.award(item, { handle }));
  }
}
