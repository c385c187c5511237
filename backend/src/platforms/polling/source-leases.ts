import { Injectable, Logger } from '@nestjs/common';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import { every, uuidV7 } from '../../kernel';

/** Time for which a silent process keeps a source. */
const LEASE_MS = 3_000;
const RENEW_EVERY_MS = 1_000;
const UNTIL = `clock_timestamp() + interval '${LEASE_MS} ms'`;

/**
 * The source is not ours to read: another process has it, or may have taken it while this one stood still.
 */
export class LeaseExpired extends Error {
  constructor(key: string) {
    super(`The lease of ${key} has expired`);
  }
}

/**
 * One reader a source over all processes: leases in a table, by the clock of the database. They need no
 * session of their own, so they also hold behind a connection pooler; and a process that is frozen loses
 * them, which it notices by its own clock before it reads or writes anything more.
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
  /** Keys whose lease ran out and is ours again, without another process between. */
  readonly regained = this.back.asObservable();

  constructor(private readonly dataSource: DataSource) {}

  /** @returns false while another process holds it. */
  async acquire(key: string): Promise<boolean> {
    // Counted from before the question: the database counts from when it gets it, so we never believe in a
    // lease for longer than it does.
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
   * Called before every action that only the reader of a source may do.
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
    // When it cannot be given back, it runs out.
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
   * A lease that ran out is renewed all the same unless another process has taken it, such as after the
   * database was away for all of them.
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
        if (!ours.has(key)) this.lose(key);
        else this.prolong(key, askedAt);
      }
    } catch (error) {
      this.log.debug(`Leases could not be renewed: ${String(error)}`);
    } finally {
      this.renewing = false;
    }
  }

  private prolong(key: string, askedAt: Moment): void {
    const ranOut = !this.isHeld(key);
    this.held.set(key, askedAt);
    if (ranOut) this.back.next(key);
  }

  private lose(key: string): void {
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
