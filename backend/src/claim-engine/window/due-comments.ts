import type { AcceptedIntent, DueComment, Intent } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { type LockedShow, rulesOf, sourcesOf } from '../../shows';
import { viewerDelayMs } from '../domain/allocation';
import { type CommentRow, toComment } from '../records/comment-record';

/** A comment with pending claims or passes. */
export interface PendingComment {
  id: string;
  commentedAt: Date;
  receivedAt: Date;
  /** Fair time (ISO-8601) as of the comment's arrival, or null if its source had no viewer delay then. */
  fairTime: string | null;
  secondsOnly: boolean;
  /**
   * False if the comment was decided before, and some of its claims are pending again, for example after an
   * undo. Such a comment is resolved or in review.
   */
  isOpen: boolean;
}

/** Maximum number of pending comments read in one query, without their text, to compare their times. */
const MAX_PENDING_READ = 20_000;

/**
 * All claims of a comment have the same fair time. If a comment contains only passes, the fair time is in its
 * outcomes.
 */
const PENDING_COLUMNS = `m.id, m.commented_at AS "commentedAt", m.received_at AS "receivedAt", m.seconds_only AS "secondsOnly",
  coalesce((SELECT c.why->>'fairTime' FROM claims c WHERE c.comment_id = m.id LIMIT 1),
    (SELECT max(o->>'fairTime') FROM json_array_elements(m.outcomes) o)) AS "fairTime",
  m.outcome = 'pending' AND m.resolution IS NULL AS "isOpen"`;

/** Reads the comments waiting for the fairness window to end, using two small indexes. */
export const readPending = (reader: Reader, showId: string): Promise<PendingComment[]> =>
  reader.query<PendingComment>(
    `SELECT ${PENDING_COLUMNS} FROM comments m WHERE m.show_id = $1 AND m.outcome = 'pending' AND m.resolution IS NULL
     UNION SELECT ${PENDING_COLUMNS} FROM claims p JOIN comments m ON m.id = p.comment_id WHERE p.show_id = $1 AND p.status = 'pending'
     LIMIT $2`,
    [showId, MAX_PENDING_READ],
  );

/**
 * Returns a function that computes when a pending comment is due, in ms since the epoch. The window begins
 * when the viewers with the longest delay have seen what this viewer saw, so their comments arrive in time if
 * they react just as fast. If a platform reports whole seconds, all comments from the same second are due
 * when that second ends, because only their arrivals can be compared.
 */
export async function dueTimeFunction(
  show: LockedShow,
  pending: readonly PendingComment[],
): Promise<(comment: PendingComment) => number> {
  if (pending.length === 0) return () => 0;
  const rules = rulesOf(show.row);
  const sources = await sourcesOf(show.tx, show.id);
  const longestDelay = Math.max(
    0,
    ...sources.map(({ platform, liveId }) => viewerDelayMs(rules, { platform, liveId: liveId ?? '' })),
    ...pending.map((comment) => comment.commentedAt.getTime() - fairTimeOf(comment)),
  );
  const unitMs = pending.some(({ secondsOnly }) => secondsOnly) ? 1_000 : 1;
  const endOfUnit = (time: number): number => (Math.floor(time / unitMs) + 1) * unitMs - 1;
  return (comment) => endOfUnit(fairTimeOf(comment)) + longestDelay + rules.fairnessWindowSeconds * 1_000;
}

const fairTimeOf = ({ commentedAt, fairTime }: PendingComment): number =>
  fairTime === null ? commentedAt.getTime() : Date.parse(fairTime);

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

/**
 * Returns the comment in the form in which the ledger records it, without passes if it was decided before.
 */
export function toDueComment(row: CommentRow, { fairTime, secondsOnly, isOpen }: PendingComment): DueComment {
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
    claimTime: row.commentedAt.toISOString(),
    ...(fairTime === null ? {} : { fairTime }),
    arrival: row.receivedAt.toISOString(),
    ...(secondsOnly ? { secondsOnly } : {}),
    intents,
    ...(isOpen ? {} : { again: true }),
  };
}
