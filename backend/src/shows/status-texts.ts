import type { ShowStatus } from '@sellary/contracts';

/** Completes "The show …" in messages. The second text includes "already". */
export const STATUS_TEXTS: Readonly<Record<ShowStatus, readonly [now: string, already: string]>> = {
  draft: ['is a draft', 'is already a draft'],
  active: ['is live', 'is already live'],
  paused: ['is paused', 'is already paused'],
  ended: ['has ended', 'has already ended'],
};
