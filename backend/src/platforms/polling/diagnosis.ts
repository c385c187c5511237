import type { LoginKind } from '@sellary/contracts';
import { GraphError } from '../graph/graph-error';
import { signInProblem } from '../graph/sign-in-problem';
import { stopFor } from '../graph/usage';
import type { MissingComments } from './comment-counts';
import type { Notice } from './source-readings';

/** Meaning of an error for a source: its message, and the time until the next try (ms from now). */
export interface Diagnosis {
  /** null for a hiccup that nobody needs to hear of yet. */
  problem: string | null;
  message: string;
  waitMs: number;
}

export const THROTTLED =
  'The platform is throttling this app: it allows no more calls for now. Comments are read again by themselves when it lets us; leave the show on.';

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;
/** A person has to do something first; meanwhile we look now and then. */
const PATIENT_WAIT_MS = 60_000;
/** Fewer failures in a row are a hiccup. */
const MIN_REPORTED_FAILURES = 5;

/** Doubles from failure to failure, with jitter, so that many sources do not knock together. `chance` in [0, 1). */
export const backoffMs = (failures: number, chance: number): number =>
  Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10)) * (0.5 + chance / 2);

/** `platform`: its name, for people; `login`: where whoever connected the account signed in. */
export function diagnose(error: unknown, failures: number, chance: number, platform: string, login: LoginKind = 'facebook'): Diagnosis {
  if (!(error instanceof GraphError)) return diagnoseTransient('The database does not answer.', failures, chance);
  switch (error.kind) {
    case 'transient':
    case 'too-large':
      return diagnoseTransient(error.message, failures, chance);
    case 'throttled':
      return {
        problem: 'THROTTLED',
        message: THROTTLED,
        waitMs: stopFor(error.regainMs),
      };
    case 'token':
    case 'revoked':
      return {
        problem: 'CONNECTION_EXPIRED',
        message: `${signInProblem(error, login)} Connect the account again: nothing that is said meanwhile is lost.`,
        waitMs: PATIENT_WAIT_MS,
      };
    case 'permission':
      return {
        problem: 'PERMISSION_MISSING',
        message: `${platform} refuses to show the comments: a permission is missing. Connections names it: connect the account again and allow everything. ${error.message}`,
        waitMs: PATIENT_WAIT_MS,
      };
    case 'held-back':
      return {
        problem: 'PLATFORM_ERROR',
        message: `${platform} is holding this account back for a time, and shows no comments until then. Nothing is missing: leave the show on, reading goes on by itself. ${error.message}`,
        waitMs: PATIENT_WAIT_MS,
      };
    case 'gone':
      return {
        problem: 'LIVE_GONE',
        message: `${platform} does not show this broadcast: it has ended, was removed, its id is wrong, or this sign-in may not see it. Pause the show and choose the live on its page; if it is not offered there, connect the account again and allow everything.`,
        waitMs: backoffMs(failures, chance),
      };
    case 'setup':
      return {
        problem: 'PLATFORM_ERROR',
        message: `${platform} does not accept this server's Meta app. ${error.message}`,
        waitMs: PATIENT_WAIT_MS,
      };
    case 'request':
      return { problem: 'PLATFORM_ERROR', message: error.message, waitMs: backoffMs(failures, chance) };
  }
}

export const COMMENTS_MISSING = 'COMMENTS_MISSING';

/** `advice`: what to check at this platform, one sentence. */
export function missingCommentsNotice({ counted, arrived }: MissingComments, platform: string, advice: string): Notice {
  const message =
    arrived === 0
      ? `${platform} counts ${counted} comments and shows this app none of them, so their claims do not count. ${advice}`
      : `${platform} counts ${counted} comments and shows this app ${arrived} of them; some may be hidden, filtered or deleted, but claims may be missing. ${advice}`;
  return { problem: COMMENTS_MISSING, message };
}

function diagnoseTransient(message: string, failures: number, chance: number): Diagnosis {
  const waitMs = backoffMs(failures, chance);
  return { problem: failures < MIN_REPORTED_FAILURES ? null : 'UNREACHABLE', message: `${message} Trying again.`, waitMs };
}
