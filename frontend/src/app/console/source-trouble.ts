import type { SourceHealth } from '@sellary/contracts';
import type { Tone } from '../ui/tone';

/** What is wrong with a source, where there is room for two words. */
const WORDS: Readonly<Record<string, string>> = {
  CONNECTION_EXPIRED: 'sign-in ended',
  NO_CONNECTION: 'not connected',
  PERMISSION_MISSING: 'permission missing',
  THROTTLED: 'throttled',
  LIVE_GONE: 'broadcast gone',
  UNREACHABLE: 'not reachable',
  PLATFORM_ERROR: 'refused',
  COMMENTS_MISSING: 'comments missing',
  CLOCK_WAS_AHEAD: 'not counting yet',
};

/** Where a person mends it: at the platform by way of Connections, by choosing another live, or not in here at all. */
export type Mending = 'connections' | 'show' | 'elsewhere';

const MENDED: Readonly<Record<string, Mending>> = {
  CONNECTION_EXPIRED: 'connections',
  NO_CONNECTION: 'connections',
  PERMISSION_MISSING: 'connections',
  LIVE_GONE: 'show',
};

/** The source is read, but a person must look at what it gives. */
const DOUBTFUL: ReadonlySet<string> = new Set(['COMMENTS_MISSING']);

export const troubleWord = ({ problem = '' }: SourceHealth): string => WORDS[problem] ?? 'trouble';
export const troubleTone = ({ problem = '' }: SourceHealth): Tone => (DOUBTFUL.has(problem) ? 'warn' : 'bad');
export const mendingOf = ({ problem = '' }: SourceHealth): Mending => MENDED[problem] ?? 'elsewhere';
