import type { LiveComment } from '@sellary/extension-kit';

/** A comment in the queue: with the time we got it, ms since the epoch. */
export interface ArrivedComment extends LiveComment {
  receivedAt: number;
}
