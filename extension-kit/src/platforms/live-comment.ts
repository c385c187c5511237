import type { CommentChange, PlatformId } from '@sellary/contracts';

/** A comment as an adapter understands its platform's payload. */
export interface LiveComment {
  platform: PlatformId;
  /** The broadcast it was made in. */
  liveId: string;
  /** The platform's own id, opaque. */
  commentId: string;
  /**
   * The part of the id that is the same in every form in which the platform writes it; absent if there is one
   * form only.
   */
  idInBroadcast?: string;
  /** null if the platform hides the author, who is then never merged with another viewer. */
  author: CommentAuthor | null;
  text: string;
  /**
   * Time at which the viewer wrote it, ms since the epoch; null if the platform does not report it. Then the
   * arrival counts.
   */
  saidAt: number | null;
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
  /** At one time, no two viewers of the platform have the same handle. */
  handleIsUnique?: boolean;
}

/** Placeholder id of a viewer of whom only the unique handle is known. No platform issues such ids. */
export const nameOnlyId = (handle: string): string => `@${handle.toLowerCase()}`;

/**
 * A change that a platform reports after a comment was made; `text` with `edited`. `at`: time of the report,
 * ms since the epoch; null if unknown.
 */
export type ReportedChange = {
  platform: PlatformId;
  liveId?: string;
  commentId: string;
  idInBroadcast?: string;
  at: number | null;
} & ({ change: 'edited'; text: string } | { change: Exclude<CommentChange, 'edited' | 'identified'> });
