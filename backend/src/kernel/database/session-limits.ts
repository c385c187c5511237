/**
 * Settings of every session that serves requests. Times are in ms, keepalive times in seconds.
 *
 * Without them, a process that freezes inside a transaction would keep the lock of its show forever, and a
 * host that leaves the network would keep it for two hours, the keepalive time of the operating system.
 */
const LIMITS = {
  /** Longer than any statement of a request takes. */
  statement_timeout: 20_000,
  /** Longer than the lifetime of an abandoned transaction, so that the next transaction gets its lock. */
  lock_timeout: 10_000,
  /**
   * A transaction works without a pause. One that is idle for this time belongs to a process that is frozen
   * or gone.
   */
  idle_in_transaction_session_timeout: 3_000,
  /**
   * Containers often give PostgreSQL too little shared memory for parallel plans, and claims matter more than
   * a faster summary.
   */
  max_parallel_workers_per_gather: 0,
  tcp_keepalives_idle: 5,
  tcp_keepalives_interval: 2,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 10_000,
} as const;

/**
 * Maximum time for which a client waits for a response, ms: longer than `statement_timeout`, after which
 * PostgreSQL itself refuses.
 */
export const MAX_ANSWER_MS = 25_000;
/** Maximum time for which a caller waits for a connection, ms. */
export const MAX_CONNECT_MS = 5_000;
/** Means "no limit" in drivers that treat 0 as their default, ms. */
export const NO_LIMIT_MS = 24 * 3_600_000;

const statements = (command: string, settings: Record<string, number>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${command} ${name} = ${value}`)
    .join('; ');

/** Applies the limits to a session that no other client shares. */
export const SET_LIMITS = statements('SET', LIMITS);

/** Applies the limits to the current transaction: behind a pooler, the session belongs to others too. */
export const SET_LOCAL_LIMITS = statements('SET LOCAL', {
  statement_timeout: LIMITS.statement_timeout,
  lock_timeout: LIMITS.lock_timeout,
  idle_in_transaction_session_timeout: LIMITS.idle_in_transaction_session_timeout,
  max_parallel_workers_per_gather: LIMITS.max_parallel_workers_per_gather,
});

/**
 * Lifts the limits of the current transaction, for work that is allowed to take long. It still ends if its
 * process freezes.
 */
export const SET_LONG_LIMITS = statements('SET LOCAL', {
  statement_timeout: 0,
  lock_timeout: 60_000,
  idle_in_transaction_session_timeout: 60_000,
});

/** Lets a snapshot wait for a slow client. It only reads, so it holds no lock that others wait for. */
export const SET_SNAPSHOT_LIMITS = statements('SET LOCAL', { idle_in_transaction_session_timeout: 60_000 });
