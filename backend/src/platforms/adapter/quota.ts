import type { Usage } from '@sellary/extension-kit';

const MIN_THROTTLE_MS = 5 * 60_000;

/**
 * Time to wait before the next call, ms. It is twice the interval from a usage of 75 %, and four times from
 * 90 %. From 100 % it is the time that the platform estimates, but at least five minutes, because calls
 * during a throttle extend the throttle.
 */
export function nextIntervalMs(usage: Usage, intervalMs: number): number {
  if (usage.percent >= 100) return throttlePauseMs(usage.regainMs);
  if (usage.percent >= 90) return intervalMs * 4;
  return usage.percent >= 75 ? intervalMs * 2 : intervalMs;
}

/** Time to pause after a throttle, ms. */
export const throttlePauseMs = (regainMs: number): number => Math.max(regainMs, MIN_THROTTLE_MS);
