import type { TestApp } from './test-app';
import { eventually } from './eventually';

const WAITING =
  'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0';

/** Holds every transaction that records an act. */
export const LOCK_AUDIT_LOG = 'LOCK TABLE audit_log IN SHARE MODE';

/**
 * Makes two calls at the same time, in a certain order: holds a lock until `first` waits for it, and until
 * `second` waits for the lock or for `first`. Returns their results.
 */
export async function inTurn<First, Second>(
  app: TestApp,
  lock: string,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const [database, watcher] = [await app.connect(), await app.connect()];
  const whenWaiting = (count: number): Promise<unknown> =>
    eventually(
      () => watcher.query(WAITING),
      ({ rowCount }) => (rowCount ?? 0) >= count,
    );
  await database.query(`BEGIN; ${lock}`);
  const firstResult = first();
  await whenWaiting(1);
  const secondResult = second();
  await whenWaiting(2);
  await database.query('ROLLBACK');
  return Promise.all([firstResult, secondResult]);
}
