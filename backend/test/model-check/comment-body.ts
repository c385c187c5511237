import { VIEWERS } from './plan';
import type { Said } from './said';

/** A comment as the debug endpoints take it. */
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

export const repeat = <T>(times: number, make: () => T): (() => T)[] =>
  Array.from({ length: times }, () => make);
