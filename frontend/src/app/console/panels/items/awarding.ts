import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { AwardRequest, Item } from '@sellary/contracts';
import { awardRequestTo } from '../../../api/award-request';
import { buyerName } from '../../../ui/buyer-name';
import { Notices } from '../../../ui/notices';
import { ConsoleActs } from '../../acts/console-acts';
import { ConsoleStore } from '../../state/console-store';
import { AwardDialog, type AwardQuestion } from './award-dialog';
import { viewersOf } from './viewers';

/** Awards a unit by hand: to the first buyer in line, or to a handle that the operator types. */
@Injectable()
export class Awarding {
  private readonly dialog = inject(MatDialog);
  private readonly acts = inject(ConsoleActs);
  private readonly store = inject(ConsoleStore);
  private readonly notices = inject(Notices);

  ask(item: Item): void {
    const left = item.totalQuantity - item.claimedCount;
    if (left <= 0) {
      this.notices.say(
        $localize`:@@console.award.none-left:No unit of ${item.itemNumber}:number: is left. Release a unit or add one.`,
      );
      return;
    }
    const state = this.store.state();
    const award = async (request: AwardRequest): Promise<string | null> => {
      if (await this.acts.award(item, request)) return null;
      return this.acts.refusal(item.id) ?? $localize`:@@console.award.failed:Not awarded. Try again.`;
    };
    this.dialog.open<AwardDialog, AwardQuestion>(AwardDialog, {
      data: { item, left, viewers: state ? viewersOf(state) : [], award },
      width: '26rem',
    });
  }

  toFirst(item: Item): void {
    const state = this.store.state();
    const first = state?.claims.get(state.waiting.get(item.id)?.[0] ?? '');
    if (!first) {
      this.notices.say(
        $localize`:@@console.award.no-line:No buyer is waiting for ${item.itemNumber}:number:.`,
      );
    } else if (item.totalQuantity <= item.claimedCount) {
      this.notices.say(
        $localize`:@@console.award.none-left-for:No unit of ${item.itemNumber}:number: is left for ${buyerName(first.buyer)}:buyer:.`,
      );
    } else void this.acts.award(item, awardRequestTo(first.buyer));
  }
}
