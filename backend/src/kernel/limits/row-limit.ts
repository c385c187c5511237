import { ApiError } from '../errors/api-error';
import type { Tx } from '../database/transactions';

/** A maximum number of rows that a workspace may have. */
interface RowLimit {
  /** Name of the counted rows, such as `templates`, for the lock. */
  name: string;
  workspaceId: string;
  /** SQL that counts the rows of the workspace `$1` as `count`. */
  count: string;
  max: number;
  /** States the maximum, and what to do. */
  message: string;
}

/**
 * Refuses one more row above a limit. Call it before the row is inserted, in the same transaction: a lock is held
 * until the transaction ends, so that two calls at once do not both find room for the last row.
 * @throws ApiError LIMIT_REACHED
 */
export async function refuseAboveLimit(
  tx: Tx,
  { name, workspaceId, count, max, message }: RowLimit,
): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('sellary limit ' || $1 || ' ' || $2, 0))", [
    name,
    workspaceId,
  ]);
  const [row] = await tx.query<{ count: number }>(count, [workspaceId]);
  if (Number(row?.count ?? 0) >= max) throw new ApiError('LIMIT_REACHED', message);
}
