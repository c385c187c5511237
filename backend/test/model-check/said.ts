import type { OracleComment } from './oracle-types';

/** A viewer's comment as the caller knows it. The oracle takes none of it from the product. */
export interface Said {
  commentId: string;
  userId: string;
  /** ISO-8601; null = the platform gives no time. */
  timestamp: string | null;
  says: OracleComment['says'];
  /** The broadcast; the show's own if left out. */
  source?: string;
  /** Written by the page itself. If left out, the rehearsal's seller decides. */
  byHost?: boolean;
  /** Author of a nameless comment, once revealed. */
  authorId?: string;
}
