import { fromLines, plainArray, packLines, type Tx } from '../../kernel';
import type { ClaimRecord } from '../records/claim-record';
import type { ItemRecord } from '../records/item-record';
import type { ChangedClaim, NewClaim, DecisionRecorder } from './decision-recorder';

/** Sends the recorder's claim rows; the caller awaits the writes. The claims' comments must be sent first. */
export function sendClaims(tx: Tx, recorder: DecisionRecorder): Promise<unknown>[] {
  const { created, changed } = recorder.drainClaims();
  const writes: Promise<unknown>[] = [];
  // Changes first, because the unique index accepts a buyer's new claim only after the old one has ended.
  if (changed.length > 0) writes.push(updateClaims(tx, changed));
  const rekeyed = changed.filter((change) => change.rekeyed === true);
  if (rekeyed.length > 0) writes.push(updateKeys(tx, rekeyed));
  if (created.length > 0) writes.push(insertClaims(tx, created));
  return writes;
}

/** Sends the rows of items whose counters changed. */
export const sendItems = (tx: Tx, recorder: DecisionRecorder, at: string): Promise<unknown>[] =>
  recorder.changedItems.length === 0
    ? []
    : [updateItems(tx, recorder.changedItems, at), ...updateVariants(tx, recorder.changedItems)];

/** Sends the items that an act withdrew, restored, or removed. Call it after `sendClaims` and `sendItems`. */
export const sendItemChanges = (
  tx: Tx,
  { withdrawnOrRestored, removedItemIds }: DecisionRecorder,
): Promise<unknown>[] => [
  ...[...withdrawnOrRestored].map(({ id, withdrawnAt }) =>
    tx.query('UPDATE show_items SET withdrawn_at = $2 WHERE id = $1', [id, withdrawnAt]),
  ),
  ...(removedItemIds.length === 0
    ? []
    : [tx.query('DELETE FROM show_items WHERE id = ANY($1::uuid[])', [removedItemIds])]),
];

const actorLines = (claims: readonly Pick<ClaimRecord, 'actor'>[]): string =>
  packLines(claims.map(({ actor }) => (actor === null ? null : JSON.stringify(actor))));

function insertClaims(tx: Tx, claims: NewClaim[]): Promise<unknown> {
  return tx.prepared(
    `INSERT INTO claims (id, show_id, item_id, item_key, buyer_id, comment_id, status, unit, place, queue_only, won_seq, why, idempotency_key,
       operator_action, actor, act_seq, operator_notes, claimed_at, received_at, created_at, updated_at, price)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::int[], $9::float8[], $10::bool[], $11::bigint[],
       ${fromLines(12)}::json[], ${fromLines(13)}, $14::bool[], ${fromLines(15)}::json[], $16::bigint[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::timestamptz[],
       $21::timestamptz[], $22::bigint[])`,
    [
      plainArray(claims.map((c) => c.id)),
      plainArray(claims.map((c) => c.showId)),
      plainArray(claims.map((c) => c.itemId)),
      claims.map((c) => c.itemKey),
      plainArray(claims.map((c) => c.buyer.id)),
      plainArray(claims.map((c) => c.commentRowId)),
      plainArray(claims.map((c) => c.status)),
      plainArray(claims.map((c) => c.unit)),
      plainArray(claims.map((c) => c.place)),
      plainArray(claims.map((c) => c.queueOnly)),
      plainArray(claims.map((c) => c.wonSeq)),
      packLines(claims.map((c) => JSON.stringify(c.why))),
      packLines(claims.map((c) => c.idempotencyKey)),
      plainArray(claims.map((c) => c.operatorAction)),
      actorLines(claims),
      plainArray(claims.map((c) => c.actSeq)),
      claims.map((c) => c.operatorNotes),
      plainArray(claims.map((c) => c.claimedAt)),
      plainArray(claims.map((c) => c.receivedAt)),
      plainArray(claims.map((c) => c.createdAt)),
      plainArray(claims.map((c) => c.updatedAt)),
      plainArray(claims.map((c) => c.price)),
    ],
  );
}

function updateClaims(tx: Tx, changes: ChangedClaim[]): Promise<unknown> {
  const records = changes.map((change) => change.record);
  return tx.prepared(
    `UPDATE claims c SET status = u.status, item_id = u.item_id, place = u.place, won_seq = u.won_seq, why = u.why,
       actor = u.actor, act_seq = u.act_seq, operator_action = u.operator_action, operator_notes = u.notes, updated_at = u.updated_at, price = u.price
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::float8[], $5::bigint[], ${fromLines(6)}::json[], ${fromLines(7)}::json[], $8::bigint[], $9::text[], $10::timestamptz[], $11::bool[], $12::bigint[])
       AS u(id, status, item_id, place, won_seq, why, actor, act_seq, notes, updated_at, operator_action, price)
     WHERE c.id = u.id`,
    [
      plainArray(records.map((c) => c.id)),
      plainArray(records.map((c) => c.status)),
      plainArray(records.map((c) => c.itemId)),
      plainArray(records.map((c) => c.place)),
      plainArray(changes.map((c) => c.wonSeq)),
      packLines(records.map((c) => JSON.stringify(c.why))),
      actorLines(records),
      plainArray(records.map((c) => c.actSeq)),
      records.map((c) => c.operatorNotes),
      plainArray(records.map((c) => c.updatedAt)),
      plainArray(records.map((c) => c.operatorAction)),
      plainArray(records.map((c) => c.price)),
    ],
  );
}

/** Writes the new stock lines of claims matched to a variant, or made unmatched again by an undo. */
function updateKeys(tx: Tx, changes: ChangedClaim[]): Promise<unknown> {
  return tx.query(
    'UPDATE claims c SET item_key = u.item_key, unit = u.unit FROM unnest($1::uuid[], $2::text[], $3::int[]) AS u(id, item_key, unit) WHERE c.id = u.id',
    [
      changes.map(({ record }) => record.id),
      changes.map(({ record }) => record.itemKey),
      changes.map(({ record }) => record.unit),
    ],
  );
}

/** Writes the counts per variant for items with variants. */
function updateVariants(tx: Tx, items: ItemRecord[]): Promise<unknown>[] {
  const rows = items.filter(({ variants }) => variants !== null);
  if (rows.length === 0) return [];
  return [
    tx.prepared(
      `UPDATE show_items i SET variants = u.variants FROM unnest($1::uuid[], ${fromLines(2)}::jsonb[]) AS u(id, variants) WHERE i.id = u.id`,
      [plainArray(rows.map(({ id }) => id)), packLines(rows.map(({ variants }) => JSON.stringify(variants)))],
    ),
  ];
}

function updateItems(tx: Tx, items: ItemRecord[], at: string): Promise<unknown> {
  return tx.prepared(
    `UPDATE show_items i SET total_quantity = u.total, claimed_count = u.claimed, waitlist_count = u.waiting, last_place = u.last_place,
       updated_at = $6
     FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::float8[]) AS u(id, total, claimed, waiting, last_place)
     WHERE i.id = u.id`,
    [
      plainArray(items.map((item) => item.id)),
      plainArray(items.map((item) => item.totalQuantity)),
      plainArray(items.map((item) => item.claimedCount)),
      plainArray(items.map((item) => item.waitlistCount)),
      plainArray(items.map((item) => item.lastPlace)),
      at,
    ],
  );
}
