import type { Show } from '@sellary/contracts';
import type { LiveComment } from '@sellary/extension-kit';

/** A comment as an adapter reads it, in the show's first broadcast, by default with no author and no time. */
export const liveComment = (
  { sources: [source] }: Pick<Show, 'sources'>,
  more: Pick<LiveComment, 'commentId'> & Partial<LiveComment>,
): LiveComment => ({
  platform: 'rehearsal',
  liveId: source?.liveId ?? '',
  author: null,
  text: 'sold 1',
  writtenAt: null,
  secondsOnly: false,
  byHost: false,
  ...more,
});
