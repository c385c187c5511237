import type { ShowEvent, ShowEventsMessage } from '@sellary/contracts';
import { runAfter } from '../kernel';

/** A room's connections to the ledger and to the consoles. */
interface RoomPorts {
  /** Ledger rows after `afterSeq`, at most `limit`. */
  read(afterSeq: number, limit: number): Promise<ShowEvent[]>;
  /** Last `seq` of the ledger. */
  lastSeq(): Promise<number>;
  /** Sends to every console in the room. */
  send(message: ShowEventsMessage): void;
  failed(error: unknown): void;
}

const TICK_MS = 50;
const MAX_EVENTS_PER_READ = 1_000;

/** The ledger rows that a joining console missed, and the last `seq` that it starts from. */
export interface JoinState {
  lastSeq: number;
  events: ShowEvent[];
  truncated: boolean;
}

/**
 * Sends each of a show's ledger rows to its consoles in this process exactly once and in order, immediately
 * if the room is idle, otherwise in one message per tick. Joins and messages run one after another, so that a
 * joining console neither misses a row nor gets one twice.
 */
export class ShowRoom {
  /** `seq` of the last row sent; null until the first console joins. */
  private sentSeq: number | null = null;
  private pending: ShowEvent[] = [];
  /** True if the ledger is known to have more rows than this room has received. */
  private isBehind = false;
  private timer: NodeJS.Timeout | null = null;
  private lastSentAt = 0;
  private chain: Promise<void> = Promise.resolve();

  constructor(
    private readonly showId: string,
    private readonly ports: RoomPorts,
  ) {}

  get lastSentSeq(): number {
    return this.sentSeq ?? 0;
  }

  /** Adds rows that this process has just committed. */
  push(events: ShowEvent[]): void {
    if (this.sentSeq === null) return;
    const expected = (this.pending[this.pending.length - 1]?.seq ?? this.sentSeq) + 1;
    const last = events[events.length - 1];
    if (last === undefined || last.seq < expected) return;
    // Another process may have committed rows in between. In that case, the ledger is read, because it has
    // all rows.
    if (!this.isBehind && events[0]?.seq === expected) this.pending.push(...events);
    else this.isBehind = true;
    this.scheduleSend();
  }

  /**
   * Records that the ledger has reached `seq`, as signaled by another process or found by the regular check.
   */
  noteLedgerReached(seq: number): void {
    const lastKnownSeq = this.pending[this.pending.length - 1]?.seq ?? this.sentSeq;
    if (lastKnownSeq === null || seq <= lastKnownSeq) return;
    this.isBehind = true;
    this.scheduleSend();
  }

  /**
   * Reads the rows that a console missed, and passes them to `admit`, which must let the console into the room.
   * No later row is sent before `admit` returns.
   */
  async join(
    afterSeq: number | undefined,
    maxEvents: number,
    admit: (state: JoinState) => void,
  ): Promise<void> {
    // Most of the missed rows are read outside `runInOrder`, so that rows for other consoles do not wait.
    const earlyRows = afterSeq === undefined ? [] : await this.ports.read(afterSeq, maxEvents);
    return this.runInOrder(async () => {
      if (this.sentSeq === null) this.sentSeq = await this.ports.lastSeq();
      else await this.sendAll();
      const lastSeq = this.sentSeq;
      const missedRows = afterSeq === undefined ? 0 : lastSeq - afterSeq;
      if (missedRows < 0 || missedRows > maxEvents) {
        admit({ lastSeq, events: [], truncated: true });
        return;
      }
      const events = earlyRows.filter(({ seq }) => seq <= lastSeq);
      const readSeq = events[events.length - 1]?.seq ?? afterSeq ?? lastSeq;
      if (readSeq < lastSeq) events.push(...(await this.ports.read(readSeq, lastSeq - readSeq)));
      admit({ lastSeq, events, truncated: false });
    });
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.sentSeq = null;
    this.pending = [];
    this.isBehind = false;
  }

  private scheduleSend(): void {
    if (this.timer !== null) return;
    const waitMs = Math.max(0, this.lastSentAt + TICK_MS - Date.now());
    this.timer = runAfter('show room', waitMs, () => {
      this.timer = null;
      this.runInOrder(() => this.sendAll()).catch((error: unknown) => {
        this.isBehind = true;
        this.ports.failed(error);
      });
    });
  }

  private async sendAll(): Promise<void> {
    if (this.sentSeq === null) return;
    if (!this.isBehind) {
      this.send(this.pending.splice(0));
      return;
    }
    // Cleared first, so that a signal that arrives during the read triggers another read.
    this.isBehind = false;
    this.pending = [];
    for (;;) {
      const events = await this.ports.read(this.sentSeq, MAX_EVENTS_PER_READ);
      this.send(events);
      if (events.length < MAX_EVENTS_PER_READ) break;
    }
    this.dropSent();
  }

  /**
   * Drops pending rows that have been sent. If a gap follows, also drops the rest and starts another read of
   * the ledger.
   */
  private dropSent(): void {
    const sentSeq = this.sentSeq ?? 0;
    this.pending = this.pending.filter((event) => event.seq > sentSeq);
    const next = this.pending[0];
    if (next === undefined) return;
    if (next.seq !== sentSeq + 1) {
      this.pending = [];
      this.isBehind = true;
    }
    this.scheduleSend();
  }

  private send(events: ShowEvent[]): void {
    const last = events[events.length - 1];
    if (last === undefined) return;
    this.sentSeq = last.seq;
    this.lastSentAt = Date.now();
    this.ports.send({ showId: this.showId, events });
  }

  private runInOrder(work: () => Promise<void>): Promise<void> {
    const result = this.chain.then(work);
    this.chain = result.catch(() => undefined);
    return result;
  }
}
