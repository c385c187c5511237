import { ApiError } from '../errors/api-error';
import type { Tx } from '../database/transactions';

/** A maximum number of rows that a workspace may have. */
interface RowLimit {
  /** Name of the counted rows, such as `templates`, used for the lock. */
  name: string;
  workspaceId: string;
  /** SQL that counts workspace `$1`'s rows as `count`. */
  countSql: string;
  max: number;
  /** Error message with the maximum and what to do about it. */
  message: string;
}

/**
 * Rejects another row if the workspace already has `max` rows. Call it before the row is inserted, in the
 * same transaction. It holds a lock until the transaction ends, so that two concurrent calls cannot both find
 * room for the last row.
 * @throws ApiError LIMIT_REACHED
 */
export async function assertBelowLimit(
  tx: Tx,
  { name, workspaceId, countSql, max, message }: RowLimit,
): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('sellary limit ' || $1 || ' ' || $2, 0))", [
    name,
    workspaceId,
  ]);
  const [row] = await tx.query<{ count: number }>(countSql, [workspaceId]);
  if (Number(row?.count ?? 0) >= max) throw new ApiError('LIMIT_REACHED', message);
}
