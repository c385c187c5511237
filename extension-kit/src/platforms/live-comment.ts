import type { CommentChange, PlatformId } from '@sellary/contracts';

/** A comment that an adapter read from its platform's payload. */
export interface LiveComment {
  platform: PlatformId;
  /** The broadcast on which it was written. */
  liveId: string;
  /** The platform's own id, opaque. */
  commentId: string;
  /** The part that all forms of the id share, if the platform uses several forms; otherwise absent. */
  idInBroadcast?: string;
  /** null if the platform hides the author, who is then never merged with another viewer. */
  author: CommentAuthor | null;
  text: string;
  /**
   * Time at which the viewer wrote it, ms since the epoch; null if the platform does not report it, so that
   * the arrival is used instead.
   */
  writtenAt: number | null;
  /** The platform reports whole seconds only. */
  secondsOnly: boolean;
  /** Written by the broadcasting page or account itself. */
  byHost: boolean;
}

export interface CommentAuthor {
  /** The platform's own id, or `nameOnlyId` of the handle if the platform gave no id. */
  userId: string;
  handle: string;
  displayName?: string;
  /** True if two viewers of the platform cannot have the same handle at the same time. */
  handleIsUnique?: boolean;
}

/** Placeholder id of a viewer known only by a unique handle. No platform issues such ids. */
export const nameOnlyId = (handle: string): string => `@${handle.toLowerCase()}`;

/**
 * A later change to a comment, as the platform reports it. `text` is the new text of an edited comment. `at`
 * is the time of the report, ms since the epoch; null if unknown.
 */
export type ReportedChange = {
  platform: PlatformId;
  liveId?: string;
  commentId: string;
  idInBroadcast?: string;
  at: number | null;
} & ({ change: 'edited'; text: string } | { change: Exclude<CommentChange, 'edited' | 'identified'> });
