import { Injectable, Logger } from '@nestjs/common';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import { runEvery, messageOf, uuidV7 } from '../../kernel';

/** Time that a process keeps a source's lease without renewing it. */
const LEASE_MS = 3_000;
const RENEW_EVERY_MS = 1_000;
const LEASE_END = `clock_timestamp() + interval '${LEASE_MS} ms'`;

/**
 * Thrown if this process may no longer read the source, because another process holds the lease or may have
 * taken it while this process was frozen.
 */
class LeaseExpired extends Error {
  constructor(key: string) {
    super(`The lease on ${key} has expired`);
  }
}

/**
 * Ensures that only one process reads a source. Leases are stored in a table and expire by the database's
 * clock. They do not need a database session, so they also work behind a connection pooler. A frozen process
 * loses its leases, and detects this by its own clock before it reads or writes anything else.
 */
@Injectable()
export class SourceLeases {
  private readonly log = new Logger('Polling');
  private readonly processId = uuidV7();
  private readonly lostKeys = new Subject<string>();
  private readonly regainedKeys = new Subject<string>();
  /** Time of each lease's last successful request, by key. */
  private readonly requestTimes = new Map<string, Moment>();
  private stopRenewing: (() => void) | null = null;
  private isRenewing = false;

  /** Keys that another process has taken. */
  readonly lost = this.lostKeys.asObservable();
  /** Keys whose lease expired and was regained by this process before another process took it. */
  readonly regained = this.regainedKeys.asObservable();

  constructor(private readonly dataSource: DataSource) {}

  /** Acquires a source's lease. @returns false if another process holds it */
  async acquire(key: string): Promise<boolean> {
    // Measured before the query, because the database counts from the query's arrival. This process therefore
    // never assumes a longer lease than the database.
    const requestedAt = now();
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO source_leases AS l (key, owner, until) VALUES ($1, $2, ${LEASE_END})
       ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE l.owner = excluded.owner OR l.until < clock_timestamp()
       RETURNING key`,
      [key, this.processId],
    );
    if (rows.length === 0) return false;
    this.requestTimes.set(key, requestedAt);
    this.stopRenewing ??= runEvery('source leases', RENEW_EVERY_MS, () => this.renew());
    return true;
  }

  /**
   * Asserts that this process may read the source. Called before every call that requires the lease.
   * @throws LeaseExpired
   */
  assertHeld(key: string): void {
    if (!this.isHeld(key)) throw new LeaseExpired(key);
  }

  private isHeld(key: string): boolean {
    const requestedAt = this.requestTimes.get(key);
    const { monotonicMs, wallMs } = now();
    return (
      requestedAt !== undefined &&
      monotonicMs - requestedAt.monotonicMs < LEASE_MS &&
      wallMs - requestedAt.wallMs < LEASE_MS
    );
  }

  async release(key: string): Promise<void> {
    if (!this.requestTimes.delete(key)) return;
    // A lease that cannot be released expires.
    await this.dataSource
      .query('DELETE FROM source_leases WHERE key = $1 AND owner = $2', [key, this.processId])
      .catch(() => undefined);
  }

  close(): void {
    this.stopRenewing?.();
    this.stopRenewing = null;
    this.requestTimes.clear();
  }

  /**
   * Renews the leases. This includes expired leases that no other process has taken, for example because the
   * database was unavailable to all of them.
   */
  private async renew(): Promise<void> {
    const keys = [...this.requestTimes.keys()];
    if (keys.length === 0 || this.isRenewing) return;
    this.isRenewing = true;
    try {
      const requestedAt = now();
      const [rows] = await this.dataSource.query<[{ key: string }[], number]>(
        `UPDATE source_leases SET until = ${LEASE_END} WHERE owner = $1 AND key = ANY($2) RETURNING key`,
        [this.processId, keys],
      );
      const renewed = new Set(rows.map((row) => row.key));
      for (const key of keys) {
        if (!this.requestTimes.has(key)) continue;
        if (!renewed.has(key)) this.markLost(key);
        else this.recordRenewal(key, requestedAt);
      }
    } catch (error) {
      this.log.debug(`Leases could not be renewed: ${messageOf(error)}`);
    } finally {
      this.isRenewing = false;
    }
  }

  private recordRenewal(key: string, requestedAt: Moment): void {
    const hadExpired = !this.isHeld(key);
    this.requestTimes.set(key, requestedAt);
    if (hadExpired) this.regainedKeys.next(key);
  }

  private markLost(key: string): void {
    this.requestTimes.delete(key);
    this.log.warn(`Another process is now reading ${key}`);
    this.lostKeys.next(key);
  }
}

/**
 * A time on two clocks. The monotonic clock runs while the process is frozen, and the wall clock also runs
 * while the machine is asleep.
 */
interface Moment {
  monotonicMs: number;
  wallMs: number;
}

const now = (): Moment => ({ monotonicMs: performance.now(), wallMs: Date.now() });
