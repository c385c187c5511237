import type { Platform } from '@sellary/contracts';

/** A comment as an adapter understands its platform's payload. */
export interface LiveComment {
  platform: Platform;
  /** The broadcast it was made in. */
  liveId: string;
  /** The platform's own id, opaque; the same comment always bears the same one. */
  commentId: string;
  /** null where the platform hides who wrote: then nobody else is ever merged with them. */
  author: { userId: string; handle: string; displayName?: string } | null;
  text: string;
  /** When the viewer said it, ms since the epoch; null where the platform does not tell: then arrival counts. */
  saidAt: number | null;
  /** The platform tells whole seconds only. */
  secondsOnly: boolean;
  /** Written by the broadcasting page or account itself. */
  byHost: boolean;
}

/** A comment in the queue: with the time we got it, ms since the epoch. */
export interface ArrivedComment extends LiveComment {
  receivedAt: number;
}
