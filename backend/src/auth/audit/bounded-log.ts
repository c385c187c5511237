import { Logger } from '@nestjs/common';

const WINDOW_MS = 60_000;
const MAX_LINES_PER_WINDOW = 30;

/** Limits the number of warnings logged per minute, for warnings that anyone can cause. */
export class BoundedLog {
  private readonly log: Logger;
  private windowEndsAt = 0;
  private lines = 0;

  constructor(
    context: string,
    private readonly now: () => number,
  ) {
    this.log = new Logger(context);
  }

  warn(text: string): void {
    const now = this.now();
    if (now >= this.windowEndsAt) {
      this.reportOmitted();
      this.windowEndsAt = now + WINDOW_MS;
      this.lines = 0;
    }
    this.lines += 1;
    if (this.lines <= MAX_LINES_PER_WINDOW) this.log.warn(text);
  }

  private reportOmitted(): void {
    const omitted = this.lines - MAX_LINES_PER_WINDOW;
    if (omitted > 0) this.log.warn(`${omitted} more warnings were omitted after the last one`);
  }
}
