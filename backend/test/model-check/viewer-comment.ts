import type { OracleComment } from './oracle-types';

/** A viewer's comment as it was sent. The oracle uses this, and not what the product stored. */
export interface ViewerComment {
  commentId: string;
  userId: string;
  /** ISO-8601; null = the platform gives no time. */
  timestamp: string | null;
  meaning: OracleComment['meaning'];
  /** The broadcast; without it, the show's first one. */
  source?: string;
  /** Written by the page itself. Without it, true only for the rehearsal's seller. */
  byHost?: boolean;
  /** Author of an anonymous comment, once revealed. */
  authorId?: string;
}
