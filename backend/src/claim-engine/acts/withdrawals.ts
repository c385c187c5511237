import { Injectable } from '@nestjs/common';
import type { Item } from '@sellary/contracts';
import { actorOf, type Principal } from '../../auth';
import { type LockedShow, ShowTransactions } from '../../shows';
import { ACTIVE_STATUSES } from '../active-claims';
import type { ClaimRecord } from '../records/claim-record';
import { type ItemRecord, toItem, toItemStates } from '../records/item-record';
import { auditAct, perform } from './act';
import { requireItem, readClaims } from './act-reads';
import { itemRestored } from './item-restored.act';
import { itemWithdrawn } from './item-withdrawn.act';

/** Withdraws and restores items. Idempotent: a repeated act changes nothing. */
@Injectable()
export class Withdrawals {
  constructor(private readonly showTransactions: ShowTransactions) {}

  /**
   * Withdraws or restores the item. Withdrawing closes the claims waiting for it. Winning claims do not change.
   * Restoring puts the closed claims back in their places in line, before other claims get any of the
   * available units.
   * @throws ApiError NOT_FOUND
   */
  setWithdrawn(
    principal: Principal,
    showId: string,
    itemId: string,
    { withdrawn }: { withdrawn: boolean },
  ): Promise<Item> {
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const item = await requireItem(show.tx, showId, itemId);
      const before = toItem(item);
      if ((item.withdrawnAt !== null) === withdrawn) return before;
      const { seq } = await perform(show, withdrawn ? itemWithdrawn : itemRestored, {
        input: { itemId, itemKey: item.itemKey },
        actor: actorOf(principal),
        items: [item],
        claims: await (withdrawn ? waitingClaims(show, item) : closedClaims(show, item)),
      });
      const after = toItem(item);
      auditAct(show, principal, withdrawn ? 'item.withdraw' : 'item.restore', ['item', itemId], {
        before,
        after,
      });
      return { ...after, actSeq: seq };
    });
  }
}

/** The item's waiting and pending claims, across all of its variants. */
export async function waitingClaims(show: LockedShow, item: ItemRecord): Promise<ClaimRecord[]> {
  const keys = toItemStates(item).map(({ key }) => key);
  const [line, pending] = await Promise.all([
    readClaims(show.tx, `c.item_id = $1 AND c.status = 'waitlist'`, [item.id]),
    // By item key, because a claim made before its item was added has no item id.
    readClaims(show.tx, `c.show_id = $1 AND c.status = 'pending' AND c.item_key = ANY($2::text[])`, [
      show.id,
      keys,
    ]),
  ]);
  return [...line, ...pending];
}

/** The item's closed claims, and all active claims on it. */
const closedClaims = (show: LockedShow, item: ItemRecord): Promise<ClaimRecord[]> =>
  readClaims(
    show.tx,
    `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND (c.status = 'closed' AND c.item_id = $3 OR c.status IN ${ACTIVE_STATUSES})`,
    [show.id, toItemStates(item).map(({ key }) => key), item.id],
  );
