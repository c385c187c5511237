import { ApiError, type Reader, type Tx } from '../../kernel';
import type { LockedShow } from '../../shows';
import { CLAIM_SELECT, type ClaimRecord, type ClaimRow, toRecord } from '../records/claim-record';
import { ACTIVE_STATUSES, ITEM_KEY } from '../active-claims';
import type { BoardState } from '../domain/allocation';
import { neededFacts } from '../records/show-state';
import { ITEM_SELECT, type ItemRecord, toItemStates } from '../records/item-record';

/**
 * Reads for operator acts, under the show's lock. Review previews also use `readClaims`, `readClaimsOn`, and
 * `readHoldings`, without the lock.
 */

/** @throws ApiError NOT_FOUND */
export async function requireItem(tx: Tx, showId: string, itemId: string): Promise<ItemRecord> {
  const [item] = await tx.query<ItemRecord>(`${ITEM_SELECT} WHERE i.id = $1 AND i.show_id = $2`, [
    itemId,
    showId,
  ]);
  if (item === undefined) throw ApiError.notFound('item');
  return item;
}

export async function readClaims(tx: Reader, where: string, parameters: unknown[]): Promise<ClaimRecord[]> {
  return (await tx.query<ClaimRow>(`${CLAIM_SELECT} WHERE ${where}`, parameters)).map(toRecord);
}

/** The buyers' active claims on the keys and the items, and all claims waiting for `lineItems`. */
export async function readClaimsOn(
  reader: Reader,
  showId: string,
  { keys, items, lineItems }: { keys: string[]; items: ItemRecord[]; lineItems: ItemRecord[] },
  buyerIds: string[],
): Promise<{ buyersClaims: ClaimRecord[]; waiting: ClaimRecord[] }> {
  // Limits count all variants of an item together, and a pass may apply to all of them.
  const lineKeys = [...new Set([...keys, ...items.flatMap(toItemStates).map(({ key }) => key)])];
  const [buyersClaims, waiting] = await Promise.all([
    readClaims(
      reader,
      `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.buyer_id = ANY($3::uuid[]) AND c.status IN ${ACTIVE_STATUSES}`,
      [showId, lineKeys, [...new Set(buyerIds)]],
    ),
    lineItems.length === 0
      ? []
      : readClaims(reader, `c.item_id = ANY($1::uuid[]) AND c.status = 'waitlist'`, [
          lineItems.map(({ id }) => id),
        ]),
  ]);
  return { buyersClaims, waiting };
}

/**
 * The first waiting claims in a stock line, in order: one per unit that may be freed (`units`), or all if the
 * show's policy chooses among them.
 * @param among `outright` excludes the claims of buyers who asked only to wait
 */
export const firstWaitingClaims = (
  show: LockedShow,
  itemId: string,
  key: string,
  units: number,
  among: 'all' | 'outright' = 'all',
): Promise<ClaimRecord[]> =>
  readClaims(
    show.tx,
    `c.item_id = $1 AND c.status = 'waitlist' AND c.item_key = $2 ${among === 'all' ? '' : 'AND NOT c.queue_only'} ORDER BY c.place LIMIT $3`,
    [itemId, key, neededFacts(show).has('wholeLine') ? null : units],
  );

/**
 * For each buyer, the number of units won in the show, and the numbers of decided and pending active claims
 * per item.
 */
export async function readHoldings(
  tx: Reader,
  showId: string,
  buyerIds: string[],
): Promise<Required<Pick<BoardState, 'decidedClaims' | 'pendingClaims'>> & { wins: Map<string, number> }> {
  const rows = await tx.query<{ buyer: string; key: string; wins: number; decided: number; pending: number }>(
    `SELECT buyer_id AS buyer, ${ITEM_KEY} AS key, count(*) FILTER (WHERE status = 'winner') AS wins,
       count(*) FILTER (WHERE status <> 'pending') AS decided, count(*) FILTER (WHERE status = 'pending') AS pending
     FROM claims WHERE show_id = $1 AND buyer_id = ANY($2::uuid[]) AND status IN ${ACTIVE_STATUSES} GROUP BY 1, 2`,
    [showId, buyerIds],
  );
  const wins = new Map<string, number>();
  const decidedClaims = new Map<string, Record<string, number>>();
  const pendingClaims = new Map<string, Record<string, number>>();
  for (const row of rows) {
    wins.set(row.buyer, (wins.get(row.buyer) ?? 0) + row.wins);
    decidedClaims.set(row.buyer, { ...decidedClaims.get(row.buyer), [row.key]: row.decided });
    pendingClaims.set(row.buyer, { ...pendingClaims.get(row.buyer), [row.key]: row.pending });
  }
  return { wins, decidedClaims, pendingClaims };
}

/** Each waiting claim's 1-based position in its item's line, as if the claim were already at its place. */
export async function readPositions(tx: Tx, records: ClaimRecord[]): Promise<Map<string, number>> {
  const waiting = records.filter((record) => record.itemId !== null && record.place !== null);
  if (waiting.length === 0) return new Map();
  const rows = await tx.query<{ id: string; ahead: number }>(
    `SELECT u.id, (SELECT count(*) FROM claims w WHERE w.item_id = u.item_id AND w.item_key = u.item_key AND w.status = 'waitlist' AND w.place < u.place) AS ahead
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[]) AS u(id, item_id, item_key, place)`,
    [
      waiting.map((r) => r.id),
      waiting.map((r) => r.itemId),
      waiting.map((r) => r.itemKey),
      waiting.map((r) => r.place),
    ],
  );
  return new Map(rows.map((row) => [row.id, row.ahead + 1]));
}
