import type { ShowStatus } from '@sellary/contracts';
import type { CommandId } from './keymap';

const ENDED = $localize`:@@console.keys.ended:The show has ended, so this command is not available.`;
const NOT_LIVE = $localize`:@@console.keys.not-live:The show is not live yet, so it cannot be paused.`;

const UNAVAILABLE: Readonly<Record<ShowStatus, Partial<Record<CommandId, string>>>> = {
  draft: { pause: NOT_LIVE },
  active: {},
  paused: {},
  ended: { add: ENDED, next: ENDED, previous: ENDED, pause: ENDED },
};

/**
 * Explains why the command does nothing in a show with this status, or returns null if the command is
 * available.
 */
export const unavailableText = (status: ShowStatus | undefined, id: CommandId): string | null =>
  (status && UNAVAILABLE[status][id]) ?? null;
