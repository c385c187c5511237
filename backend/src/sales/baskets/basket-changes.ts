import type { Actor, BasketChange, BasketState } from '@sellary/contracts';
import { type Tx, uuidV7 } from '../../kernel';
import type { ChangeDetails, StateBefore } from './basket-change.entity';
import type { StoredLine } from './basket-lines';
import type { BasketRecord } from './basket-rows';

/** A change to record while its basket is locked. */
export interface NewChange {
  step: BasketChange['step'];
  from: BasketState;
  to: BasketState;
  /** Basket version that the step was requested for. */
  version: string;
  by: Actor;
  at: string;
  details: ChangeDetails;
}

/** Basket columns that a change sets. Times are in ISO 8601, and `extras` is JSON. */
export type BasketColumns = Partial<
  StateBefore & { shippedAt: string | null; holdFrom: string; extras: string }
>;

const COLUMN: Readonly<Record<keyof BasketColumns, string>> = {
  requestedAt: 'requested_at',
  requestedTotal: 'requested_total',
  paidAt: 'paid_at',
  method: 'method',
  reference: 'reference',
  packedAt: 'packed_at',
  shippedAt: 'shipped_at',
  holdFrom: 'hold_from',
  extras: 'extras',
};

/** Changes the basket's state and columns, and records the change in the basket's history. */
export async function recordChange(
  tx: Tx,
  basketId: string,
  change: NewChange,
  columns: BasketColumns,
): Promise<void> {
  const names = Object.keys(columns) as (keyof BasketColumns)[];
  const sets = names.map((name, index) => `, ${COLUMN[name]} = $${index + 4}`).join('');
  await tx.query(
    `UPDATE baskets SET state = $2, version = version + 1, updated_at = $3${sets} WHERE id = $1`,
    [basketId, change.to, change.at, ...names.map((name) => columns[name] ?? null)],
  );
  const { step, from, to, version, details, by, at } = change;
  await tx.query(
    `INSERT INTO basket_changes (id, basket_id, step, from_state, to_state, from_version, details, by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [uuidV7(), basketId, step, from, to, version, JSON.stringify(details), JSON.stringify(by), at],
  );
}

/** Returns the columns that an undo restores. */
export const stateBefore = (record: BasketRecord): StateBefore => ({
  requestedAt: record.requestedAt?.toISOString() ?? null,
  requestedTotal: record.requestedTotal,
  paidAt: record.paidAt?.toISOString() ?? null,
  method: record.method,
  reference: record.reference,
  packedAt: record.packedAt?.toISOString() ?? null,
});

/**
 * Stores the lines as they are now, and deletes lines that are no longer counted.
 * @param active true if the units stay in the basket
 */
export async function writeLines(
  tx: Tx,
  basketId: string,
  lines: readonly StoredLine[],
  active: boolean,
): Promise<void> {
  const written = lines.map(({ lineId, basketId, claimId, price, buyer, photo, ...line }) => line);
  await tx.query('DELETE FROM basket_lines WHERE basket_id = $1 AND NOT id = ANY($2::uuid[])', [
    basketId,
    lines.map(({ lineId }) => lineId),
  ]);
  await tx.query(
    `UPDATE basket_lines n SET active = $2, price = w.price, written = w.written
     FROM unnest($3::uuid[], $4::bigint[]) WITH ORDINALITY AS u(id, price, at)
     JOIN jsonb_array_elements($5::jsonb) WITH ORDINALITY AS e(written, at) ON e.at = u.at
     CROSS JOIN LATERAL (SELECT u.price, e.written) AS w WHERE n.id = u.id AND n.basket_id = $1`,
    [
      basketId,
      active,
      lines.map(({ lineId }) => lineId),
      lines.map(({ price }) => price ?? null),
      JSON.stringify(written),
    ],
  );
}

/** Makes the lines follow their claims again, at the claims' prices. */
export const followClaims = (tx: Tx, basketId: string): Promise<unknown> =>
  tx.query('UPDATE basket_lines SET active = true, price = NULL, written = NULL WHERE basket_id = $1', [
    basketId,
  ]);
