import { Injectable } from '@nestjs/common';
import {
  type DismissedNumber,
  type DismissNumbersRequest,
  MAX_DISMISSED_NUMBERS,
  type Show,
} from '@sellary/contracts';
import { actorOf, type Principal } from '../../auth';
import { type LockedShow, ShowTransactions, sourcesOf, toShow } from '../../shows';
import { canonicalItemKey } from '../domain/grammar';
import { auditAct, recordAct } from './act';
import { numbersDismissed } from './numbers-dismissed.act';

/** Dismisses and restores numbers without an item, for all of the show's operators. */
@Injectable()
export class NumberDismissals {
  constructor(private readonly showTransactions: ShowTransactions) {}

  /** Dismisses or restores the numbers. A number without waiting claims is not dismissed. */
  change(
    principal: Principal,
    showId: string,
    { itemNumbers, dismissed }: DismissNumbersRequest,
  ): Promise<Show> {
    const keys = [...new Set(itemNumbers.flatMap((itemNumber) => canonicalItemKey(itemNumber) ?? []))];
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const sources = await sourcesOf(show.tx, showId);
      const before = show.row.dismissed_numbers;
      const numbers = dismissed ? await waitingNumbers(show, keys) : [];
      const added = numbers.filter((number) => !isAmong(before, number));
      const changedNumbers = dismissed ? added.map(({ itemNumber }) => itemNumber) : keys;
      const unchanged = before.filter(({ itemNumber }) => !changedNumbers.includes(itemNumber));
      if (added.length === 0 && unchanged.length === before.length) return toShow(show.currentRow(), sources);
      const after = [...unchanged, ...added].slice(-MAX_DISMISSED_NUMBERS);
      const actor = actorOf(principal);
      show.change({ dismissed_numbers: after });
      recordAct(show, numbersDismissed, { before, after }, actor);
      const updatedShow = show.changedShow(sources);
      show.record('show.updated', { show: updatedShow }, actor);
      auditAct(show, principal, 'show.dismiss_numbers', ['show', showId], {
        before: { numbers: before.map(({ itemNumber }) => itemNumber) },
        after: { numbers: after.map(({ itemNumber }) => itemNumber) },
      });
      return updatedShow;
    });
  }
}

const isAmong = (all: readonly DismissedNumber[], number: DismissedNumber): boolean =>
  all.some(({ itemNumber, claims }) => itemNumber === number.itemNumber && claims === number.claims);

/** The numbers with waiting claims, and how many claims wait for each. */
function waitingNumbers(show: LockedShow, keys: string[]): Promise<DismissedNumber[]> {
  return show.tx.query<DismissedNumber>(
    `SELECT item_key AS "itemNumber", count(*)::int AS claims FROM claims
     WHERE show_id = $1 AND item_key = ANY($2::text[]) AND status = 'unmatched' GROUP BY item_key ORDER BY item_key`,
    [show.id, keys],
  );
}
