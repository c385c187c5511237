/** Milliseconds since the epoch. `Date` is one. */
export interface TimeSource {
  now(): number;
}

interface Alarm {
  due: number;
  ring: () => void;
  timer: NodeJS.Timeout | null;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * The platform's own time: the source's, moved by whoever drives the simulation. Tokens expire and held comments are released by
 * it, so that sixty days pass in one call.
 */
export class SimClock {
  private shift = 0;
  private closed = false;
  private readonly alarms = new Set<Alarm>();

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

  /** Rings once at `due` of the simulated time, never before this call has returned. */
  at(due: number, ring: () => void): void {
    if (this.closed) return;
    const alarm: Alarm = { due, ring, timer: null };
    this.alarms.add(alarm);
    this.arm(alarm);
  }

  close(): void {
    this.closed = true;
    for (const { timer } of this.alarms) if (timer !== null) clearTimeout(timer);
    this.alarms.clear();
  }

  private arm(alarm: Alarm): void {
    const wait = Math.min(Math.max(alarm.due - this.now(), 0), LONGEST_TIMER_MS);
    alarm.timer = setTimeout(() => {
      // The source may stand still, or have been set back: then it is not yet time.
      if (alarm.due > this.now()) this.arm(alarm);
      else this.fire(alarm);
    }, wait);
    alarm.timer.unref();
  }

  private ringDue(): void {
    const due = [...this.alarms].filter((alarm) => alarm.due <= this.now()).sort((a, b) => a.due - b.due);
    for (const alarm of due) this.fire(alarm);
    for (const alarm of this.alarms) {
      if (alarm.timer !== null) clearTimeout(alarm.timer);
      this.arm(alarm);
    }
  }

  private fire(alarm: Alarm): void {
    if (!this.alarms.delete(alarm)) return;
    if (alarm.timer !== null) clearTimeout(alarm.timer);
    alarm.ring();
  }
}
