import { Injectable, inject } from '@angular/core';
import type { AwardRequest, Claim, Item } from '@sellary/contracts';
import { awardRequestTo } from '../../../api/award-request';
import { isWithdrawn } from '../../../shows/claim-status-words';
import { findByCode } from '../../../shows/item-code';
import { buyerName } from '../../../ui/buyer-name';
import { LazyDialogs } from '../../../ui/lazy-dialogs';
import { Notices } from '../../../ui/notices';
import { ConsoleActs } from '../../acts/console-acts';
import { ConsoleStore } from '../../state/console-store';
import type { AwardQuestion } from './award-dialog';
import type { ShowState } from '../../state/show-state';
import { availableUnits, lineKeys } from '../../state/stock-lines';

/** Awards a unit by hand: to the first buyer in line, or to a handle that the operator types. */
@Injectable()
export class Awarding {
  private readonly dialogs = inject(LazyDialogs);
  private readonly acts = inject(ConsoleActs);
  private readonly store = inject(ConsoleStore);
  private readonly notices = inject(Notices);

  /**
   * @param text the part of the buyer's name typed so far
   * @param variant the variant whose code was scanned
   */
  openDialog(item: Item, text = '', variant?: string): void {
    const left = availableUnits(item);
    if (left <= 0) {
      this.notices.show(
        isWithdrawn(item)
          ? $localize`:@@console.award.withdrawn:#${item.itemNumber}:number: is withdrawn. Restore it first.`
          : $localize`:@@console.award.none-left:No units of #${item.itemNumber}:number: are left. Release a unit or add one.`,
      );
      return;
    }
    const award = async (request: AwardRequest): Promise<string | null> => {
      if (await this.acts.award(item, request)) return null;
      return this.acts.refusal(item.id) ?? $localize`:@@console.award.failed:Not awarded. Try again.`;
    };
    const data: AwardQuestion = {
      item,
      left,
      state: this.store.state(),
      award,
      text,
      ...(variant !== undefined && { variant }),
      openForCode: (code, typed) => this.openDialogForCode(code, typed),
    };
    void this.dialogs.open(async () => (await import('./award-dialog')).AwardDialog, {
      data,
      width: '26rem',
    });
  }

  private openDialogForCode(code: string, text: string): string | null {
    const found = findByCode(this.store.state()?.items.values() ?? [], code);
    if (found === null) {
      return $localize`:@@console.award.unknown-code:No item in this show has the code ${code}:code:.`;
    }
    this.openDialog(found.item, text, found.variant);
    return null;
  }

  awardToFirst(item: Item): void {
    const state = this.store.state();
    const first = state && firstToAward(state, item);
    if (!first) {
      this.notices.show(
        $localize`:@@console.award.no-line:No buyer is waiting for #${item.itemNumber}:number:.`,
      );
    } else if (availableUnits(item, first.variant) <= 0) {
      this.notices.show(
        $localize`:@@console.award.none-left-for:No units of #${item.itemNumber}:number: are left for ${buyerName(first.buyer)}:buyer:.`,
      );
    } else void this.acts.award(item, awardRequestTo(first.buyer, first.variant));
  }
}

/** The first claim in line, preferably for a variant with a unit left. */
function firstToAward(state: ShowState, item: Item): Claim | undefined {
  const firsts = lineKeys(item).flatMap((key) => state.claims.get(state.waiting.get(key)?.[0] ?? '') ?? []);
  return firsts.find(({ variant }) => availableUnits(item, variant) > 0) ?? firsts[0];
}
