import type { Actor, BasketChange } from '@sellary/contracts';
import type { ActCaller } from '../../auth';
import { ApiError, recordAudit, type Tx } from '../../kernel';
import type { LockedShow } from '../../shows';
import { type NewChange, recordChange, type BasketColumns } from './basket-changes';
import { lockBasketLines } from './basket-marks';
import { readLines, type StoredLine } from './basket-lines';
import { type BasketRecord, type HoldRule, readBasketRecords, totalOf } from './basket-rows';

/** A basket that the current transaction has locked, with its lines. */
export interface LockedBasket {
  tx: Tx;
  workspaceId: string;
  record: BasketRecord;
  lines: readonly StoredLine[];
  /** The lines' locked shows, or empty if the step does not change claims. */
  shows: ReadonlyMap<string, LockedShow>;
  actor: Actor;
  /** null if the engine makes the change. */
  caller: ActCaller | null;
  /** Time of the step, ISO-8601. */
  at: string;
}

/**
 * Locks a basket. For a step that changes claims, the lines' shows must already be locked. Set `locksLines`
 * for steps that move units between baskets, so that the workspace's basket lines are locked first.
 * @throws ApiError NOT_FOUND
 */
export async function lockBasket(
  tx: Tx,
  workspaceId: string,
  id: string,
  hold: HoldRule,
  locksLines: boolean,
): Promise<{ record: BasketRecord; lines: StoredLine[] }> {
  if (locksLines) await lockBasketLines(tx, workspaceId);
  await tx.query('SELECT 1 FROM baskets WHERE id = $1 AND workspace_id = $2 FOR UPDATE', [id, workspaceId]);
  const [record] = await readBasketRecords(tx, workspaceId, [id], hold);
  if (record === undefined) throw ApiError.notFound('basket');
  return { record, lines: await readLines(tx, [id]) };
}

/** Records the step and its audit entry. */
export async function finishStep(
  basket: LockedBasket,
  change: Omit<NewChange, 'from' | 'by' | 'at'>,
  columns: BasketColumns,
): Promise<void> {
  const { tx, record, actor, at } = basket;
  const { id, state, currency, units } = record;
  await recordChange(tx, id, { ...change, from: state, by: actor, at }, columns);
  const { method, reference, reason, undoes } = change.details;
  const sum = currency === null ? {} : { total: totalOf(record), currency: currency.code };
  const after = { state: change.to, units, ...sum, method, reference, reason, undoes };
  await auditChange(basket, change.step, { state }, after);
}

/** Adds a basket's change to the audit log. */
export const auditChange = (
  { tx, workspaceId, record: { id, showId }, actor, at }: LockedBasket,
  step: BasketChange['step'],
  before: object,
  after: object,
): Promise<unknown> =>
  recordAudit(tx, {
    workspaceId,
    actor,
    action: `basket.${step}`,
    at,
    entityType: 'basket',
    entityId: id,
    ...(showId === null ? {} : { showId }),
    before,
    after,
  });
