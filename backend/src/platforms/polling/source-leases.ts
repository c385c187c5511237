import { Injectable, Logger } from '@nestjs/common';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import { every, messageOf, uuidV7 } from '../../kernel';

/** Time for which a silent process keeps the lease of a source. */
const LEASE_MS = 3_000;
const RENEW_EVERY_MS = 1_000;
const UNTIL = `clock_timestamp() + interval '${LEASE_MS} ms'`;

/**
 * Thrown if this process may no longer read the source: another process holds it, or may have taken it while
 * this one was frozen.
 */
class LeaseExpired extends Error {
  constructor(key: string) {
    super(`The lease of ${key} has expired`);
  }
}

/**
 * Ensures one reader per source over all processes, with leases in a table, by the clock of the database.
 * They need no database session, so they also work behind a connection pooler. A frozen process loses them,
 * and notices that by its own clock before it reads or writes anything more.
 */
@Injectable()
export class SourceLeases {
  private readonly log = new Logger('Polling');
  private readonly self = uuidV7();
  private readonly gone = new Subject<string>();
  private readonly back = new Subject<string>();
  /** Time of the last request for the lease, by key. */
  private readonly held = new Map<string, Moment>();
  private stopRenewing: (() => void) | null = null;
  private renewing = false;

  /** Keys that another process has taken. */
  readonly lost = this.gone.asObservable();
  /** Keys with a lease that expired and that this process got again, without another process in between. */
  readonly regained = this.back.asObservable();

  constructor(private readonly dataSource: DataSource) {}

  /** @returns false while another process holds it. */
  async acquire(key: string): Promise<boolean> {
    // Counted from before the query: the database counts from its arrival, so this process never assumes a
    // lease for longer than the database does.
    const askedAt = now();
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO source_leases AS l (key, owner, until) VALUES ($1, $2, ${UNTIL})
       ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE l.owner = excluded.owner OR l.until < clock_timestamp()
       RETURNING key`,
      [key, this.self],
    );
    if (rows.length === 0) return false;
    this.held.set(key, askedAt);
    this.stopRenewing ??= every('source leases', RENEW_EVERY_MS, () => this.renew());
    return true;
  }

  /**
   * Called before every action that is reserved for the reader of a source.
   * @throws LeaseExpired
   */
  demand(key: string): void {
    if (!this.isHeld(key)) throw new LeaseExpired(key);
  }

  private isHeld(key: string): boolean {
    const askedAt = this.held.get(key);
    const { steady, wall } = now();
    return askedAt !== undefined && steady - askedAt.steady < LEASE_MS && wall - askedAt.wall < LEASE_MS;
  }

  async release(key: string): Promise<void> {
    if (!this.held.delete(key)) return;
    // If it cannot be released, it expires.
    await this.dataSource
      .query('DELETE FROM source_leases WHERE key = $1 AND owner = $2', [key, this.self])
      .catch(() => undefined);
  }

  close(): void {
    this.stopRenewing?.();
    this.stopRenewing = null;
    this.held.clear();
  }

  /**
   * An expired lease is still renewed unless another process has taken it, for example after the database was
   * unavailable for all processes.
   */
  private async renew(): Promise<void> {
    const keys = [...this.held.keys()];
    if (keys.length === 0 || this.renewing) return;
    this.renewing = true;
    try {
      const askedAt = now();
      const [rows] = await this.dataSource.query<[{ key: string }[], number]>(
        `UPDATE source_leases SET until = ${UNTIL} WHERE owner = $1 AND key = ANY($2) RETURNING key`,
        [this.self, keys],
      );
      const ours = new Set(rows.map((row) => row.key));
      for (const key of keys) {
        if (!this.held.has(key)) continue;
        if (!ours.has(key)) this.markLost(key);
        else this.prolong(key, askedAt);
      }
    } catch (error) {
      this.log.debug(`Leases could not be renewed: ${messageOf(error)}`);
    } finally {
      this.renewing = false;
    }
  }

  private prolong(key: string, askedAt: Moment): void {
    const ranOut = !this.isHeld(key);
    this.held.set(key, askedAt);
    if (ranOut) this.back.next(key);
  }

  private markLost(key: string): void {
    this.held.delete(key);
    this.log.warn(`Another process now reads ${key}`);
    this.gone.next(key);
  }
}

/**
 * Two clocks, ms: the monotonic one runs while the process is frozen, the wall clock also while the machine
 * sleeps.
 */
interface Moment {
  steady: number;
  wall: number;
}

const now = (): Moment => ({ steady: performance.now(), wall: Date.now() });
