import type { LiveComment } from '@sellary/extension-kit';

/** A queued comment with its arrival, in ms since the epoch. */
export interface ArrivedComment extends LiveComment {
  receivedAt: number;
}
