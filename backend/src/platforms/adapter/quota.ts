import type { Usage } from '@sellary/extension-kit';

const MIN_THROTTLE_MS = 5 * 60_000;

/**
 * Time to wait before the next call, ms: twice the interval at a usage of 75 % or more, and four times at
 * 90 % or more. At 100 %, it is the length of a throttle.
 */
export function nextIntervalMs(usage: Usage, intervalMs: number): number {
  if (usage.percent >= 100) return throttlePauseMs(usage.regainMs);
  if (usage.percent >= 90) return intervalMs * 4;
  return usage.percent >= 75 ? intervalMs * 2 : intervalMs;
}

/** Length of a throttle, ms: the platform's estimate, but at least five minutes, because calls extend it. */
export const throttlePauseMs = (regainMs: number): number => Math.max(regainMs, MIN_THROTTLE_MS);
