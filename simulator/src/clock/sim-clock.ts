/** Source of milliseconds since the epoch, such as `Date`. */
export interface TimeSource {
  now(): number;
}

interface Alarm {
  due: number;
  ring: () => void;
}

const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * The platform's own time: the source's time, shifted by the test or user that controls the simulation.
 * Tokens expire and held comments are released by this clock, so that sixty days can pass in one call.
 */
export class SimClock {
  private shift = 0;
  private isClosed = false;
  private readonly alarms = new Set<Alarm>();
  /** One timer for the earliest alarm, so that moving the time does not reset thousands of timers. */
  private timer: { due: number; handle: NodeJS.Timeout } | null = null;

  constructor(private readonly source: TimeSource = Date) {}

  now(): number {
    return this.source.now() + this.shift;
  }

  advance(ms: number): void {
    this.shift += ms;
    this.ringDue();
  }

  set(at: number): void {
    this.shift = at - this.source.now();
    this.ringDue();
  }

  /** Calls back once at the simulated time `due`, never before this call has returned. */
  ringAt(due: number, ring: () => void): void {
    if (this.isClosed) return;
    this.alarms.add({ due, ring });
    if (this.timer === null || due < this.timer.due) this.arm(due);
  }

  close(): void {
    this.isClosed = true;
    this.alarms.clear();
    this.disarm();
  }

  private arm(due: number): void {
    this.disarm();
    const wait = Math.min(Math.max(due - this.now(), 0), MAX_TIMER_MS);
    this.timer = { due, handle: setTimeout(() => this.ringDue(), wait).unref() };
  }

  private disarm(): void {
    if (this.timer !== null) clearTimeout(this.timer.handle);
    this.timer = null;
  }

  private ringDue(): void {
    const now = this.now();
    const due = [...this.alarms].filter((alarm) => alarm.due <= now).sort((a, b) => a.due - b.due);
    for (const alarm of due) this.alarms.delete(alarm);
    for (const alarm of due) alarm.ring();
    // The source may have been stopped or set back, so alarms that are not yet due keep waiting.
    this.disarm();
    let next = Infinity;
    for (const alarm of this.alarms) next = Math.min(next, alarm.due);
    if (next < Infinity && !this.isClosed) this.arm(next);
  }
}
