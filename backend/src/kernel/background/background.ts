import { Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import { config as rxjs } from 'rxjs';
import { stackOf } from '../errors/message-of';

/**
 * Counts failures in work that no caller waits for. There is one counter per process, even if several
 * applications run in it.
 */
export const backgroundFailures = new Counter({
  name: 'sellary_background_failures_total',
  help: 'Failures in timers, events, and other background work, by origin.',
  labelNames: ['origin'],
  registers: [],
});

/**
 * Minimum time between two log lines with the same origin, so that a failing timer or hostile client cannot
 * fill the disk.
 */
const LOG_PAUSE_MS = 10_000;
const log = new Logger('Background');
const lastLines = new Map<string, { at: number; skipped: number }>();

/**
 * Counts a failure and logs it at a bounded rate. Never throws. `origin` must have few distinct values,
 * because it becomes a metric label.
 */
export function reportFailure(origin: string, error: unknown): void {
  backgroundFailures.inc({ origin });
  const now = performance.now();
  const last = lastLines.get(origin);
  if (last !== undefined && now - last.at < LOG_PAUSE_MS) {
    last.skipped += 1;
    return;
  }
  lastLines.set(origin, { at: now, skipped: 0 });
  const more = last === undefined || last.skipped === 0 ? '' : ` (${last.skipped} more since the last line)`;
  log.error(`${origin}${more}: ${stackOf(error)}`);
}

/**
 * Runs work that no caller waits for. A failure, whether thrown or rejected, is reported but not passed on.
 */
export function inBackground(origin: string, work: () => unknown): void {
  try {
    const result = work();
    if (result instanceof Promise) result.catch((error: unknown) => reportFailure(origin, error));
  } catch (error) {
    reportFailure(origin, error);
  }
}

/** Wraps an event listener, so that its failure cannot reach the emitter. */
export const guardListener =
  <Args extends unknown[]>(origin: string, listener: (...args: Args) => unknown) =>
  (...args: Args): void =>
    inBackground(origin, () => listener(...args));

/**
 * Runs `work` every `ms` and skips a run if the previous run is still in progress. Does not keep the process
 * alive.
 * @returns a function that stops further runs
 */
export function runEvery(origin: string, ms: number, work: () => unknown): () => void {
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    inBackground(origin, async () => {
      try {
        await work();
      } finally {
        isRunning = false;
      }
    });
  }, ms);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Runs `work` once after `ms`.
 * @returns the timer, for `clearTimeout`
 */
export const runAfter = (origin: string, ms: number, work: () => unknown): NodeJS.Timeout =>
  setTimeout(() => inBackground(origin, work), ms);

/** @returns null if the promise is still pending after `ms` */
export async function orNullAfter<T>(origin: string, pending: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = runAfter(origin, ms, () => resolve(null));
  });
  return Promise.race([pending, timeout]).finally(() => clearTimeout(timer));
}

// A subscriber that throws would otherwise end the process, because RxJS rethrows such errors from a timer.
rxjs.onUnhandledError = (error) => reportFailure('subscriber', error);
