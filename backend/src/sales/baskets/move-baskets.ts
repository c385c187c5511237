import type { Tx } from '../../kernel';
import { LINE_IS_COUNTED } from './basket-lines';

/** SQL for the person id of claim `c`. `pa` is the buyer's row in `person_accounts`, if there is one. */
export const PERSON = 'coalesce(pa.person_id, c.buyer_id)';

/**
 * Baskets whose units now all belong to a different person, because a hidden viewer became known or a merge
 * was undone. A payment stays with the person who made it, unless that person was a hidden viewer. An open
 * basket does not move if the person who now has its units already has an unpaid basket, or gets another one.
 * Its units move to that unpaid basket instead.
 */
const BASKETS_TO_MOVE = `baskets b JOIN buyers o ON o.id = b.person_id LEFT JOIN person_accounts ba ON ba.buyer_id = b.person_id
  CROSS JOIN LATERAL (SELECT min(${PERSON}::text)::uuid AS first, max(${PERSON}::text)::uuid AS last
    FROM basket_lines n JOIN claims c ON c.id = n.claim_id LEFT JOIN person_accounts pa ON pa.buyer_id = c.buyer_id
    WHERE n.basket_id = b.id AND ${LINE_IS_COUNTED}) u
  WHERE u.first = u.last AND u.first <> coalesce(ba.person_id, b.person_id) AND (o.hidden OR b.state = 'requested' OR b.state = 'open')
    AND (b.state <> 'open' OR NOT EXISTS (SELECT 1 FROM baskets k WHERE k.person_id = u.first AND k.workspace_id = b.workspace_id
      AND k.show_id IS NOT DISTINCT FROM b.show_id AND k.currency_code = b.currency_code AND k.state IN ('open', 'requested')))`;

/**
 * Moves baskets, with their states, to the people who now have their units.
 * @param claimIds the claims that may have a new buyer, or null for any claim in the show
 */
export async function moveBasketsWithUnits(
  tx: Tx,
  workspaceId: string,
  showId: string,
  claimIds: readonly string[] | null,
): Promise<void> {
  const candidates = await tx.query<{ id: string }>(
    `SELECT b.id FROM ${BASKETS_TO_MOVE} AND b.workspace_id = $1 AND b.id IN (SELECT n.basket_id FROM basket_lines n JOIN claims c ON c.id = n.claim_id
       WHERE c.show_id = $2 ${claimIds === null ? '' : 'AND c.id = ANY($3::uuid[])'})`,
    [workspaceId, showId, ...(claimIds === null ? [] : [claimIds])],
  );
  await moveBaskets(
    tx,
    candidates.map(({ id }) => id),
  );
}

/** Moves the baskets that `BASKETS_TO_MOVE` allows to move. */
export async function moveBaskets(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('SELECT 1 FROM baskets WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  // A step may have changed a basket before it was locked. If a person gets several unpaid baskets, only the
  // first open one moves, and only if none of them is requested.
  const toMove = await tx.query<{ id: string }>(
    `SELECT t.id FROM (SELECT b.id, b.state, row_number() OVER (PARTITION BY u.first, b.show_id, b.currency_code, b.state IN ('open', 'requested')
         ORDER BY b.state <> 'requested', b.created_at, b.id) AS place FROM ${BASKETS_TO_MOVE} AND b.id = ANY($1::uuid[])) t
     WHERE t.state <> 'open' OR t.place = 1`,
    [ids],
  );
  await moveToPeopleOfUnits(
    tx,
    toMove.map(({ id }) => id),
  );
}

/** Moves each basket to the person who has its units, with that person's next basket number. */
export const moveToPeopleOfUnits = (tx: Tx, basketIds: readonly string[]): Promise<unknown> =>
  tx.query(
    `UPDATE baskets b SET person_id = t.person_id, number = t.number
     FROM (SELECT k.id, u.person_id, row_number() OVER (PARTITION BY u.person_id, k.workspace_id, k.show_id, k.currency_code ORDER BY k.created_at, k.id)
         + (SELECT coalesce(max(o.number), 0) FROM baskets o WHERE o.person_id = u.person_id AND o.workspace_id = k.workspace_id
           AND o.show_id IS NOT DISTINCT FROM k.show_id AND o.currency_code = k.currency_code) AS number
       FROM baskets k CROSS JOIN LATERAL (SELECT ${PERSON} AS person_id FROM basket_lines n JOIN claims c ON c.id = n.claim_id
         LEFT JOIN person_accounts pa ON pa.buyer_id = c.buyer_id WHERE n.basket_id = k.id ORDER BY ${LINE_IS_COUNTED} DESC, n.active DESC, n.id LIMIT 1) u
       WHERE k.id = ANY($1::uuid[])) t
     WHERE b.id = t.id`,
    [basketIds],
  );
