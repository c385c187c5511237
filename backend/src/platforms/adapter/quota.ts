import type { Usage } from '@sellary/extension-kit';

const MIN_THROTTLE_MS = 5 * 60_000;

/**
 * Time to wait before the next call, ms: twice the interval from 75 %, four times from 90 %, and from 100 %
 * for as long as the platform estimates, at least five minutes, because calls during a throttle
 * extend it.
 */
export function nextIntervalMs(usage: Usage, intervalMs: number): number {
  if (usage.percent >= 100) return throttlePauseMs(usage.regainMs);
  if (usage.percent >= 90) return intervalMs * 4;
  return usage.percent >= 75 ? intervalMs * 2 : intervalMs;
}

/** Time to pause after a throttle, ms. */
export const throttlePauseMs = (regainMs: number): number => Math.max(regainMs, MIN_THROTTLE_MS);
