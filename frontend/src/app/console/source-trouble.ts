import type { SourcePulse } from '@sellary/contracts';

/** What is wrong with a source, where there is room for two words. */
const WORDS: Readonly<Record<string, string>> = {
  CONNECTION_EXPIRED: 'sign-in ended',
  NO_CONNECTION: 'not connected',
  PERMISSION_MISSING: 'permission missing',
  THROTTLED: 'throttled',
  LIVE_GONE: 'broadcast gone',
  UNREACHABLE: 'not reachable',
  PLATFORM_ERROR: 'refused',
};

/** Where a person mends it: at the platform by way of Connections, by choosing another live, or not in here at all. */
export type Mending = 'connections' | 'show' | 'elsewhere';

const MENDED: Readonly<Record<string, Mending>> = {
  CONNECTION_EXPIRED: 'connections',
  NO_CONNECTION: 'connections',
  PERMISSION_MISSING: 'connections',
  LIVE_GONE: 'show',
};

export const troubleWord = ({ problem = '' }: SourcePulse): string => WORDS[problem] ?? 'trouble';
export const mendingOf = ({ problem = '' }: SourcePulse): Mending => MENDED[problem] ?? 'elsewhere';
