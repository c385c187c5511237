import type { AcceptedIntent, DueComment, Intent } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { type LockedShow, readSources, rulesOf } from '../../shows';
import { viewerDelayMs } from '../domain/allocation';
import { type CommentRow, toComment } from '../records/comment-record';
import { acceptedTimes } from '../review/accept-reads';

/** A comment with pending claims or passes. */
export interface PendingComment {
  id: string;
  platform: string;
  liveId: string;
  commentedAt: Date;
  receivedAt: Date;
  secondsOnly: boolean;
  /**
   * False if the comment was decided before and an undo made some of its claims pending again. Such a comment
   * has a resolution, or its `why` has the rule that returned it to review.
   */
  isOpen: boolean;
}

/** Maximum number of pending comments read in one query, without their text, to compare their times. */
const MAX_PENDING_READ = 20_000;

/** Reads the comments waiting for the fairness window to end, using two small indexes. */
export const readPending = (reader: Reader, showId: string): Promise<PendingComment[]> =>
  reader.query<PendingComment>(
    `SELECT m.id, m.platform, m.live_id AS "liveId", m.commented_at AS "commentedAt", m.received_at AS "receivedAt", m.seconds_only AS "secondsOnly",
       true AS "isOpen"
     FROM comments m WHERE m.show_id = $1 AND m.outcome = 'pending' AND m.resolution IS NULL
     UNION SELECT m.id, m.platform, m.live_id, m.commented_at, m.received_at, m.seconds_only,
       m.resolution IS NULL AND m.why IS NULL
     FROM claims c JOIN comments m ON m.id = c.comment_id WHERE c.show_id = $1 AND c.status = 'pending'
     LIMIT $2`,
    [showId, MAX_PENDING_READ],
  );

/**
 * Returns a function that computes when a pending comment is due, in ms since the epoch. The window begins
 * when the viewers with the longest delay have seen what this viewer saw, so their comments arrive in time if
 * they react just as fast.
 */
export async function dueTimeFunction(
  show: LockedShow,
  pending: readonly PendingComment[],
): Promise<(comment: PendingComment) => number> {
  if (pending.length === 0) return () => 0;
  const rules = rulesOf(show.row);
  const sources = (await readSources(show.tx, [show.id])).get(show.id) ?? [];
  const longestDelay = Math.max(
    0,
    ...sources.map(({ platform, liveId }) => viewerDelayMs(rules, { platform, liveId: liveId ?? '' })),
  );
  return (comment) => {
    const delay = viewerDelayMs(rules, comment);
    const fairTime = comment.commentedAt.getTime() - delay;
    return fairTime + Math.max(delay, longestDelay) + rules.fairnessWindowSeconds * 1_000;
  };
}

function dueIntent({ act, item, variant, listed, qty, counted }: Intent, claimCount: number): AcceptedIntent {
  const isCounted = act === 'pass' && counted === true;
  return {
    act,
    item,
    ...(variant === undefined ? {} : { variant }),
    ...(listed === undefined ? {} : { listed }),
    ...(isCounted ? { counted } : {}),
    ...(isCounted || (act !== 'pass' && qty !== claimCount) ? { qty } : {}),
  };
}

/** Returns the comment as the act records it, without passes if it was decided before. */
export function toDueComment(
  show: LockedShow,
  row: CommentRow,
  { secondsOnly, isOpen }: PendingComment,
): DueComment {
  // A comment's outcomes match its first intents, in the same order.
  const outcomes = row.outcomes ?? toComment({ ...row, resolution: null }).outcomes ?? [];
  const intents = outcomes.flatMap(({ claimIds }, index): DueComment['intents'] => {
    const intent = row.parsed.intents[index];
    if (intent === undefined || (!isOpen && intent.act === 'pass')) return [];
    return [{ ...dueIntent(intent, claimIds.length), claimIds }];
  });
  return {
    commentId: row.id,
    buyerId: row.buyerId,
    ...acceptedTimes(row, rulesOf(show.row)),
    ...(secondsOnly ? { secondsOnly } : {}),
    intents,
    ...(isOpen ? {} : { again: true }),
  };
}
