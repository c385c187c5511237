import { PlatformError, type PlatformErrorKind } from '@sellary/extension-kit';

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;
/** The user has to act first; until then, the source is checked now and then. */
const PATIENT_WAIT_MS = 60_000;
/** Pause after a throttle if the platform does not report its length. */
const UNSAID_PAUSE_MS = 5 * 60_000;

const WAITS = {
  transient: 'backoff',
  'too-large': 'backoff',
  'not-found': 'backoff',
  rejected: 'backoff',
  throttled: 'as-asked',
  reconnect: 'patient',
  revoked: 'patient',
  permission: 'patient',
  'held-back': 'patient',
  misconfigured: 'patient',
} as const satisfies Record<PlatformErrorKind, string>;

/** Time between an error of a source and the next try, ms. `failures` in a row; `chance` in [0, 1). */
export function retryWaitMs(error: unknown, failures: number, chance: number): number {
  const wait = error instanceof PlatformError ? WAITS[error.kind] : 'backoff';
  if (wait === 'patient') return PATIENT_WAIT_MS;
  if (wait === 'as-asked' && error instanceof PlatformError) return error.retryAfterMs || UNSAID_PAUSE_MS;
  return backoffMs(failures, chance);
}

/** Doubles from failure to failure, with jitter, so that many sources do not retry at the same moment. */
const backoffMs = (failures: number, chance: number): number =>
  Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10)) * (0.5 + chance / 2);
