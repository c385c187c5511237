import type { SourceProblem } from '@sellary/contracts';
import { type PlatformAdapter, PlatformError } from '@sellary/extension-kit';
import { isUnavailable } from '../../kernel';
import type { CountedComments } from './comment-counts';
import type { Notice } from './source-readings';

/** Meaning of an error for a source. */
interface Diagnosis {
  /** Null for a transient failure that does not have to be reported yet. */
  problem: SourceProblem | null;
  message: string;
}

export const THROTTLED =
  'The platform is throttling this app and is not allowing any calls for now. Leave the show running: reading will resume automatically.';

/** Number of consecutive transient failures after which a problem is reported. */
const MIN_REPORTED_FAILURES = 5;

/** Explains an error to users. Advises them to connect the account again only if the platform has accounts. */
export function diagnose(
  error: unknown,
  failures: number,
  { label: platform, connect }: Pick<PlatformAdapter, 'connect' | 'label'>,
): Diagnosis {
  const ifConnected = (advice: string): string => (connect === undefined ? '' : advice);
  if (!(error instanceof PlatformError)) {
    const message = isUnavailable(error)
      ? 'The database is not responding.'
      : `An unexpected error occurred while reading comments from ${platform}.`;
    return diagnoseTransient(message, failures);
  }
  switch (error.kind) {
    case 'transient':
    case 'too-large':
      return diagnoseTransient(error.forPeople, failures);
    case 'throttled':
      return { problem: 'THROTTLED', message: THROTTLED };
    case 'reconnect':
    case 'revoked':
      return {
        problem: 'CONNECTION_EXPIRED',
        message: `${error.forPeople} Connect the account again. No comments will be lost in the meantime.`,
      };
    case 'permission':
      return {
        problem: 'PERMISSION_MISSING',
        message: `${platform} is not returning comments because a permission is missing.${ifConnected(' Under Connections, connect the account again and allow everything.')} ${error.forPeople}`,
      };
    case 'held-back':
      return {
        problem: 'PLATFORM_ERROR',
        message: `${platform} is temporarily restricting this account and will not return comments until the restriction is lifted. Leave the show running; reading will resume automatically. ${error.forPeople}`,
      };
    case 'not-found':
      return {
        problem: 'LIVE_GONE',
        message: `${platform} does not return this broadcast: it has ended, was removed, has a different ID, or is not visible ${connect === undefined ? 'to this server' : 'to the connected account'}. Use another broadcast.${ifConnected(' If it is not listed, connect the account again and allow everything.')}`,
      };
    case 'misconfigured':
      return {
        problem: 'PLATFORM_ERROR',
        message: `${platform} does not accept this server's app. ${error.forPeople}`,
      };
    case 'rejected':
      return { problem: 'PLATFORM_ERROR', message: error.forPeople };
  }
}

/** @param advice a sentence about what to check on this platform */
export function missingCommentsNotice(
  { counted, arrived }: CountedComments,
  platform: string,
  advice: string,
): Notice {
  const message =
    arrived === 0
      ? `${platform} reports ${counted} comments but returns none of them to this app, so any claims in them are missed. ${advice}`
      : `${platform} reports ${counted} comments but returns only ${arrived} of them to this app. Some may be hidden, filtered, or deleted, but claims may be missing. ${advice}`;
  return { problem: 'COMMENTS_MISSING', message };
}

function diagnoseTransient(message: string, failures: number): Diagnosis {
  return {
    problem: failures < MIN_REPORTED_FAILURES ? null : 'UNREACHABLE',
    message: `${message} Retrying.`,
  };
}
