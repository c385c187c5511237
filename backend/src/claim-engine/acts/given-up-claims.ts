import { type LockedShow, rulesOf } from '../../shows';
import { lineKey } from '../domain/allocation';
import type { ClaimRecord } from '../records/claim-record';
import { type ItemRecord, toItemStates } from '../records/item-record';

/** A pass that ended no claim. `quantity` is 0 if it is a pass on all units. */
interface LatePass {
  buyerId: string;
  variant: string | null;
  quantity: number;
  receivedAt: Date;
}

/**
 * Ids of the closed claims that must not return with their item: while it was withdrawn, the buyer passed on
 * it, or deleted the comment in a show whose rules release such claims.
 */
export async function givenUpClaims(
  show: LockedShow,
  item: ItemRecord,
  claims: readonly ClaimRecord[],
): Promise<string[]> {
  const closed = claims.filter(({ status }) => status === 'closed');
  if (closed.length === 0) return [];
  const [passes, deleted] = await Promise.all([
    show.tx.query<LatePass>(
      `SELECT m.buyer_id AS "buyerId", m.received_at AS "receivedAt", o.value->>'variant' AS variant, (o.value->>'quantity')::int AS quantity
       FROM comments m, json_array_elements(coalesce(m.resolution->'outcomes', m.outcomes)) WITH ORDINALITY o
       WHERE m.show_id = $1 AND m.buyer_id = ANY($2::uuid[]) AND o.value->>'item' = $3 AND o.value->>'outcome' = 'no_active_claim'
       ORDER BY m.received_at, m.batch, m.batch_index, o.ordinality`,
      [show.id, [...new Set(closed.map(({ buyer }) => buyer.id))], item.itemKey],
    ),
    claimsOfDeletedComments(show, closed),
  ]);
  const givenUp = new Set(deleted);
  const lines = toItemStates(item).map(({ key }) => key);
  const lastFirst = [...closed].sort(
    (a, b) => b.unit - a.unit || lines.indexOf(a.itemKey) - lines.indexOf(b.itemKey),
  );
  for (const { buyerId, variant, quantity, receivedAt } of passes) {
    const line = lineKey(item.itemKey, variant ?? undefined);
    // A claim that is older than the pass was closed at that time. Otherwise, the pass would have ended it.
    const passed = lastFirst.filter(
      ({ id, buyer, itemKey, receivedAt: claimed }) =>
        buyer.id === buyerId &&
        Date.parse(claimed) < receivedAt.getTime() &&
        (itemKey === line || !lines.includes(line) || variant === null) &&
        !givenUp.has(id),
    );
    for (const { id } of passed.slice(0, quantity || passed.length)) givenUp.add(id);
  }
  return [...givenUp];
}

/** Ids of the closed claims whose comments were deleted, if the show's rules release such claims. */
async function claimsOfDeletedComments(show: LockedShow, closed: readonly ClaimRecord[]): Promise<string[]> {
  if (rulesOf(show.row).deletedComments !== 'release' || show.row.status === 'ended') return [];
  const rows = await show.tx.query<{ id: string }>(
    'SELECT c.id FROM claims c JOIN comments m ON m.id = c.comment_id WHERE c.id = ANY($1::uuid[]) AND m.deleted_at IS NOT NULL ORDER BY c.id',
    [closed.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

/** The input's field `givenUp`; left out if there is no such claim. */
export const givenUpInput = (ids: string[]): { givenUp?: string[] } =>
  ids.length === 0 ? {} : { givenUp: ids };
