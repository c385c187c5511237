/**
 * Settings for every session that serves requests. Times are in ms, keepalive times in seconds.
 *
 * Without them, a process that freezes inside a transaction would hold its show's lock forever, and a host
 * that drops off the network would hold the lock for two hours, the operating system's keepalive time.
 */
const LIMITS = {
  /** Longer than any statement in a request takes. */
  statement_timeout: 20_000,
  /** Longer than an abandoned transaction survives, so that the next transaction gets the lock. */
  lock_timeout: 10_000,
  /** Transactions do not pause. If a transaction is idle for this long, its process is frozen or gone. */
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
 * Maximum time that a client waits for a response, in ms. Longer than `statement_timeout`, so that PostgreSQL
 * ends the statement first.
 */
export const MAX_RESPONSE_MS = 25_000;
/** Maximum time that a caller waits for a connection, in ms. */
export const MAX_CONNECT_MS = 5_000;
/** A time in ms that stands for "no limit", for drivers that take 0 as "use the default". */
export const NO_LIMIT_MS = 24 * 3_600_000;

const statements = (command: string, settings: Record<string, number>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${command} ${name} = ${value}`)
    .join('; ');

/** Applies the limits to a session that no other client shares. */
export const SET_LIMITS = statements('SET', LIMITS);

/** Applies the limits to the current transaction only, because sessions behind a pooler are shared. */
export const SET_LOCAL_LIMITS = statements('SET LOCAL', {
  statement_timeout: LIMITS.statement_timeout,
  lock_timeout: LIMITS.lock_timeout,
  idle_in_transaction_session_timeout: LIMITS.idle_in_transaction_session_timeout,
  max_parallel_workers_per_gather: LIMITS.max_parallel_workers_per_gather,
});

/**
 * Relaxes the current transaction's limits for long-running work. The transaction still ends if its process
 * freezes.
 */
export const SET_LONG_LIMITS = statements('SET LOCAL', {
  statement_timeout: 0,
  lock_timeout: 60_000,
  idle_in_transaction_session_timeout: 60_000,
});

/**
 * Lets a snapshot wait for a slow client. A snapshot only reads, so it does not hold a lock that others wait
 * for.
 */
export const SET_SNAPSHOT_LIMITS = statements('SET LOCAL', { idle_in_transaction_session_timeout: 60_000 });
