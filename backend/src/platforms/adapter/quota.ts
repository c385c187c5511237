import type { Usage } from '@sellary/extension-kit';

const MIN_THROTTLE_MS = 5 * 60_000;

/**
 * Time to wait before the next call, in ms: twice the interval at 75% usage or more, four times at 90% or
 * more, and the length of a throttle at 100%.
 */
export function nextIntervalMs(usage: Usage, intervalMs: number): number {
  if (usage.percent >= 100) return throttlePauseMs(usage.regainMs);
  if (usage.percent >= 90) return intervalMs * 4;
  return usage.percent >= 75 ? intervalMs * 2 : intervalMs;
}

/**
 * Length of a throttle, in ms: the platform's estimate, but at least five minutes, because calls extend it.
 */
export const throttlePauseMs = (regainMs: number): number => Math.max(regainMs, MIN_THROTTLE_MS);
