import type { OracleComment } from './oracle-types';

/** A viewer's comment as it was sent. The oracle uses this, not what the product stored. */
export interface ViewerComment {
  commentId: string;
  userId: string;
  /** ISO 8601, or null if the platform provides no time. */
  timestamp: string | null;
  meaning: OracleComment['meaning'];
  /** The broadcast, by default the show's first. */
  source?: string;
  /** True if the page itself wrote the comment. If absent, true only for the rehearsal's seller. */
  byHost?: boolean;
  /** Author of an anonymous comment, once revealed. */
  authorId?: string;
}
