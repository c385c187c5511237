import { pickFrom, type PlannedTime, VIEWERS } from './plan';
import type { ViewerComment } from './viewer-comment';

/**
 * Returns a planned comment's platform timestamp, or null if it has none. `spans` contains the periods in
 * which the show was active.
 */
export function timeOf(
  time: PlannedTime,
  spans: readonly (readonly [number, number | null])[],
): string | null {
  const iso = (ms: number, wholeSeconds: boolean): string =>
    wholeSeconds ? `${new Date(ms).toISOString().slice(0, 19)}Z` : new Date(ms).toISOString();
  switch (time.kind) {
    case 'none':
      return null;
    case 'ago':
      return iso(Date.now() - time.ms, time.wholeSeconds);
    case 'ahead':
      return iso(Date.now() + time.ms, false);
    case 'edge': {
      const edges = spans.flat().filter((edge) => edge !== null);
      const edge = pickFrom(edges, time.pick);
      return edge === undefined ? null : iso(edge + time.delta, time.wholeSeconds);
    }
  }
}

/** A comment as the debug endpoint accepts it. */
export interface CommentBody {
  commentId: string;
  userId: string;
  userHandle: string;
  text: string;
  timestamp?: string;
  liveId?: string;
}

export function bodyOf(comment: ViewerComment): Omit<CommentBody, 'text'> {
  const handle = VIEWERS.find((viewer) => viewer.userId === comment.userId)?.handle ?? comment.userId;
  return {
    commentId: comment.commentId,
    userId: comment.userId,
    userHandle: handle,
    ...(comment.timestamp === null ? {} : { timestamp: comment.timestamp }),
    ...(comment.source === undefined ? {} : { liveId: comment.source }),
  };
}
