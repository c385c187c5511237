import { PlatformError, type PlatformErrorKind } from '@sellary/extension-kit';
import { type Fields, fieldsOf, listOf, textOf } from './youtube-fields';

interface Meaning {
  kind: PlatformErrorKind;
  text: string;
}

/** Pause after a poll that came too soon. */
const TOO_SOON_PAUSE_MS = 5_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const DAILY_QUOTA: Meaning = {
  kind: 'throttled',
  text: "This server's daily YouTube quota is used up. It resets at midnight Pacific time.",
};
const MEANING_OF_REASON: Readonly<Record<string, Meaning>> = {
  rateLimitExceeded: { kind: 'throttled', text: 'YouTube is asking for fewer requests.' },
  userRateLimitExceeded: { kind: 'throttled', text: 'YouTube is asking for fewer requests.' },
  quotaExceeded: DAILY_QUOTA,
  dailyLimitExceeded: DAILY_QUOTA,
  liveChatDisabled: {
    kind: 'permission',
    text: "This video's live chat is turned off. Turn it on in YouTube Studio.",
  },
  forbidden: { kind: 'permission', text: 'YouTube does not allow this server to read the live chat.' },
  liveChatNotFound: { kind: 'not-found', text: 'YouTube cannot find the live chat.' },
  videoNotFound: { kind: 'not-found', text: 'YouTube cannot find the video.' },
  keyInvalid: { kind: 'misconfigured', text: 'YouTube rejected YOUTUBE_API_KEY. Check the key.' },
  liveChatEnded: { kind: 'not-found', text: 'The live chat has ended.' },
  badRequest: { kind: 'rejected', text: 'YouTube did not understand the request.' },
  accessNotConfigured: {
    kind: 'misconfigured',
    text: "The YouTube Data API v3 is not enabled for YOUTUBE_API_KEY's project. Enable it in the Google Cloud console.",
  },
};
/** The reason assumed if a response does not contain a known one. */
const REASON_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'keyInvalid',
  403: 'forbidden',
  404: 'liveChatNotFound',
  429: 'rateLimitExceeded',
};
const QUOTA_REASONS = new Set(['quotaExceeded', 'dailyLimitExceeded']);

/** Turns an error response from the API into a `PlatformError`. `now` is in ms since the epoch. */
export function errorOf(status: number, body: Fields, now = Date.now()): PlatformError {
  const reason = reasonOf(body);
  const { kind, text } =
    MEANING_OF_REASON[reason] ?? MEANING_OF_REASON[REASON_OF_STATUS[status] ?? ''] ?? meaningOfStatus(status);
  const message = `${text} (HTTP ${status} ${reason})`;
  if (kind !== 'throttled') return new PlatformError(kind, text, { message });
  return QUOTA_REASONS.has(reason)
    ? new PlatformError(kind, text, { scope: 'app', retryAfterMs: msUntilPacificMidnight(now), message })
    : new PlatformError(kind, text, { retryAfterMs: TOO_SOON_PAUSE_MS, message });
}

/** True if the error reports that the chat is over. */
export const isChatOver = (error: unknown): boolean =>
  error instanceof PlatformError && error.message.endsWith(' liveChatEnded)');

function reasonOf(body: Fields): string {
  const error = fieldsOf(body['error']);
  // Google reports an invalid key only as a bad request, and its text tells them apart.
  if (/^API key (not valid|expired)/.test(textOf(error['message']) ?? '')) return 'keyInvalid';
  const [firstError] = listOf(error['errors']);
  return textOf(fieldsOf(firstError)['reason']) ?? textOf(error['status']) ?? 'without a reason';
}

function meaningOfStatus(status: number): Meaning {
  if (status === 413) return { kind: 'too-large', text: 'A request to YouTube was too large.' };
  return status >= 500
    ? { kind: 'transient', text: `YouTube is having a problem (HTTP ${status}).` }
    : { kind: 'rejected', text: 'YouTube did not understand the request.' };
}

/** Quotas reset at midnight in Los Angeles, with or without daylight saving time. */
function msUntilPacificMidnight(now: number): number {
  const wait = DAY_MS - pacificTimeOfDay(now);
  // On a day with 23 or 25 hours, the clock then shows 01:00 or 23:00.
  const timeThen = pacificTimeOfDay(now + wait);
  return wait - (timeThen < DAY_MS / 2 ? timeThen : timeThen - DAY_MS);
}

/** Time on the clock in Los Angeles, in ms since 00:00, without seconds. */
function pacificTimeOfDay(at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  return (part('hour') * 60 + part('minute')) * MINUTE_MS;
}
