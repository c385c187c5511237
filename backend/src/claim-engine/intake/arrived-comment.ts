import type { LiveComment } from '@sellary/extension-kit';

/** A comment in the queue, with its arrival, ms since the epoch. */
export interface ArrivedComment extends LiveComment {
  receivedAt: number;
}
