import { pickFrom, type PlannedTime, VIEWERS } from './plan';
import type { Said } from './said';

/** The platform's time of a planned comment; null = it gives none. `spans`: when the show was active. */
export function timeOf(
  time: PlannedTime,
  spans: readonly (readonly [number, number | null])[],
): string | null {
  const iso = (ms: number, seconds: boolean): string =>
    seconds ? `${new Date(ms).toISOString().slice(0, 19)}Z` : new Date(ms).toISOString();
  switch (time.kind) {
    case 'none':
      return null;
    case 'ago':
      return iso(Date.now() - time.ms, time.seconds);
    case 'ahead':
      return iso(Date.now() + time.ms, false);
    case 'edge': {
      const edges = spans.flat().filter((edge) => edge !== null);
      const edge = pickFrom(edges, time.pick);
      return edge === undefined ? null : iso(edge + time.delta, time.seconds);
    }
  }
}

/** A comment as the debug endpoint takes it. */
export interface CommentBody {
  commentId: string;
  userId: string;
  userHandle: string;
  text: string;
  timestamp?: string;
  liveId?: string;
}

export function bodyOf(said: Said): Omit<CommentBody, 'text'> {
  const handle = VIEWERS.find((viewer) => viewer.userId === said.userId)?.handle ?? said.userId;
  return {
    commentId: said.commentId,
    userId: said.userId,
    userHandle: handle,
    ...(said.timestamp === null ? {} : { timestamp: said.timestamp }),
    ...(said.source === undefined ? {} : { liveId: said.source }),
  };
}
