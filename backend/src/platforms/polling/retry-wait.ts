import { PlatformError, type PlatformErrorKind } from '@sellary/extension-kit';

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;
/** Wait after an error that persists until a user or the platform acts. */
const SLOW_WAIT_MS = 60_000;
/** Pause after a throttle if the platform does not report how long it lasts. */
const DEFAULT_THROTTLE_MS = 5 * 60_000;

const WAITS = {
  transient: 'backoff',
  'too-large': 'backoff',
  'not-found': 'backoff',
  rejected: 'backoff',
  throttled: 'as-requested',
  reconnect: 'slow',
  revoked: 'slow',
  permission: 'slow',
  'held-back': 'slow',
  misconfigured: 'slow',
} as const satisfies Record<PlatformErrorKind, string>;

/**
 * Time between a source's error and the next attempt, ms.
 * @param failures number of failures in a row
 * @param chance a random number in [0, 1)
 */
export function retryWaitMs(error: unknown, failures: number, chance: number): number {
  const wait = error instanceof PlatformError ? WAITS[error.kind] : 'backoff';
  if (wait === 'slow') return SLOW_WAIT_MS;
  if (wait === 'as-requested' && error instanceof PlatformError) {
    return error.retryAfterMs || DEFAULT_THROTTLE_MS;
  }
  return backoffMs(failures, chance);
}

/** A wait that doubles with each failure, with jitter, so that many sources do not retry at the same time. */
const backoffMs = (failures: number, chance: number): number =>
  Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10)) * (0.5 + chance / 2);
