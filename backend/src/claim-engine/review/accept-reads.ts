import type { AcceptedComment } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { rulesOf, type ShowRow } from '../../shows';
import { readClaims } from '../acts/act-reads';
import { ACTIVE_STATUSES } from '../active-claims';
import type { ClaimState } from '../domain/allocation';
import type { ClaimRecord } from '../records/claim-record';
import { ITEM_SELECT, type ItemRecord } from '../records/item-record';
import { needsWholeLine } from '../records/show-state';

/** Rows that accepting comments may touch, and the lines that their claims may enter. */
export interface AcceptReads {
  items: ItemRecord[];
  claims: ClaimRecord[];
  line: ClaimState[];
}

/** Reads the board of accepted comments in a fixed number of queries. */
export async function readForAccept(
  reader: Reader,
  show: ShowRow,
  comments: readonly Pick<AcceptedComment, 'buyerId' | 'intents'>[],
): Promise<AcceptReads> {
  const intents = comments.flatMap((comment) => comment.intents);
  const keys = [...new Set(intents.map(({ item }) => item))];
  const buyers = [...new Set(comments.map(({ buyerId }) => buyerId))];
  const items = await reader.query<ItemRecord>(
    `${ITEM_SELECT} WHERE i.show_id = $1 AND i.item_key = ANY($2::text[])`,
    [show.id, keys],
  );
  const passed = items.flatMap((item) => {
    const passes = intents.filter(({ act, item: key }) => act === 'pass' && key === item.itemKey).length;
    return passes === 0 ? [] : [{ id: item.id, passes }];
  });
  const all = needsWholeLine(rulesOf(show));
  const [held, heads, line] = await Promise.all([
    readClaims(
      reader,
      `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.buyer_id = ANY($3::uuid[]) AND c.status IN ${ACTIVE_STATUSES}`,
      [show.id, keys, buyers],
    ),
    readHeads(reader, passed, all),
    readLines(
      reader,
      items.map(({ id }) => id),
    ),
  ]);
  const claims = [...new Map([...held, ...heads].map((claim) => [claim.id, claim])).values()];
  return { items, claims, line };
}

/** The first waiters of each item: one for each pass, as it may free a unit. */
function readHeads(
  reader: Reader,
  passed: { id: string; passes: number }[],
  all: boolean,
): Promise<ClaimRecord[]> {
  if (passed.length === 0) return Promise.resolve([]);
  return readClaims(
    reader,
    `c.id IN (SELECT head.id FROM unnest($1::uuid[], $2::int[]) AS k(item_id, passes)
       CROSS JOIN LATERAL (SELECT w.id FROM claims w WHERE w.item_id = k.item_id AND w.status = 'waitlist' ORDER BY w.place LIMIT k.passes) head)`,
    // Waiters who pass as well are no longer there to be promoted.
    [passed.map(({ id }) => id), passed.map(({ passes }) => (all ? null : 2 * passes))],
  );
}

/** The items' whole lines, and all claims that were ever placed between two tickets. */
async function readLines(reader: Reader, itemIds: string[]): Promise<ClaimState[]> {
  if (itemIds.length === 0) return [];
  const rows = await reader.query<
    Omit<ClaimState, 'claimTime' | 'arrival'> & { claimedAt: Date; receivedAt: Date }
  >(
    `SELECT c.id, c.item_key AS "itemKey", c.item_id AS "itemId", c.buyer_id AS "buyerId", c.status, c.unit, c.place,
       c.queue_only AS "queueOnly", c.claimed_at AS "claimedAt", c.received_at AS "receivedAt"
     FROM claims c WHERE c.item_id = ANY($1::uuid[]) AND (c.status = 'waitlist' OR c.place <> floor(c.place))`,
    [itemIds],
  );
  return rows.map(({ claimedAt, receivedAt, ...claim }) => ({
    ...claim,
    claimTime: claimedAt.getTime(),
    arrival: receivedAt.getTime(),
  }));
}
