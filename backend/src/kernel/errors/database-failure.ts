/** A text field of the driver's error, or ''. */
function fieldOf(error: unknown, name: 'code' | 'constraint' | 'routine'): string {
  const inner = (error as { driverError?: unknown }).driverError ?? error;
  const value = (inner as Partial<Record<typeof name, unknown>>)[name];
  return typeof value === 'string' ? value : '';
}

/** SQLSTATE of a failed statement, or the socket's own code, or '' if there is neither. */
const failureCode = (error: unknown): string => fieldOf(error, 'code');

/** Name of the violated constraint, or ''. */
export const violatedConstraint = (error: unknown): string => fieldOf(error, 'constraint');

/**
 * True if a prepared statement returns other columns than when it was prepared, because another process has
 * migrated the table.
 */
export function isStaleStatement(error: unknown): boolean {
  // Other failures have the same code.
  return failureCode(error) === '0A000' && fieldOf(error, 'routine') === 'RevalidateCachedQuery';
}

/**
 * True if the same transaction may succeed when it runs again, because it failed with a serialization
 * failure, a deadlock, a stale statement, or a reference to a row deleted after it was read. For example, the
 * nightly job may delete a buyer who has no comments just before that buyer writes one.
 */
export function isRetryable(error: unknown): boolean {
  return ['40001', '40P01', '23503'].includes(failureCode(error)) || isStaleStatement(error);
}

// TypeORM releases the runner when its connection breaks, so the next statement finds it released.
const GONE_MESSAGES =
  /connection (terminated|ended|error)|not queryable|timeout (exceeded|expired)|read timeout|client has encountered|socket (hang up|closed)|query runner already released/i;

/** True if PostgreSQL was unreachable. The statement was not acknowledged, and its outcome is unknown. */
export function isDatabaseUnreachable(error: unknown): boolean {
  const code = failureCode(error);
  if (
    /^(08|57P|53300|25P03)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code)
  ) {
    return true;
  }
  return error instanceof Error && GONE_MESSAGES.test(error.message);
}

/** True if PostgreSQL had no disk space for a write. */
export function isDiskFull(error: unknown): boolean {
  return failureCode(error) === '53100';
}

/**
 * True if the database's state, not the statement, caused the failure, so that the same statement may succeed
 * later.
 */
export const isUnavailable = (error: unknown): boolean =>
  isDatabaseUnreachable(error) || isDiskFull(error) || tookTooLong(error);

/** True if PostgreSQL ended a statement because of its statement or lock timeout. */
export function tookTooLong(error: unknown): boolean {
  return ['57014', '55P03'].includes(failureCode(error));
}

/** True if a value does not fit its column: wrong format, range, or encoding. */
export function isBadValue(error: unknown): boolean {
  return ['22P02', '22021', '22P05', '22003', '22007', '22008'].includes(failureCode(error));
}
