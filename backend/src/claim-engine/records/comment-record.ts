import {
  type Block,
  type Comment,
  type CommentResolution,
  type CommentWhy,
  DECIDED_OUTCOMES,
  type IntentOutcome,
  type Outcome,
  type ParsedComment,
  type PlatformId,
} from '@sellary/contracts';
import { type BuyerColumns, buyerOf } from './buyer-columns';

export interface CommentRow extends BuyerColumns {
  id: string;
  showId: string;
  platform: PlatformId;
  liveId: string;
  commentId: string;
  /** The buyer's current block. */
  block: Block | null;
  text: string;
  parsed: ParsedComment;
  outcome: Outcome;
  claimIds: string[];
  outcomes: IntentOutcome[] | null;
  why: CommentWhy | null;
  commentedAt: Date;
  receivedAt: Date;
  editedText: string | null;
  deletedAt: Date | null;
  hiddenAt: Date | null;
  resolution: CommentResolution | null;
}

export const COMMENT_SELECT = `SELECT m.id, m.show_id AS "showId", m.platform, m.live_id AS "liveId", m.platform_comment_id AS "commentId",
  b.id AS "buyerId", b.platform AS "buyerPlatform", b.platform_user_id AS "platformUserId", b.handle, b.display_name AS "displayName", b.hidden, b.block,
  m.text, m.parsed, m.outcome, m.claim_ids AS "claimIds", m.outcomes, m.why, m.commented_at AS "commentedAt", m.received_at AS "receivedAt",
  m.edited_text AS "editedText", m.deleted_at AS "deletedAt", m.hidden_at AS "hiddenAt", m.resolution
  FROM comments m JOIN buyers b ON b.id = m.buyer_id`;

/** SQL that finds a comment in show `$1` by any form of its id. */
export const COMMENT_BY_PLATFORM_ID = `m.show_id = $1 AND m.platform = $2 AND (m.platform_comment_id = $3 OR m.id_in_broadcast = $4 AND m.live_id = $5)`;

export const commentParameters = (
  showId: string,
  comment: { platform: string; commentId: string; idInBroadcast?: string; liveId?: string },
): unknown[] => [
  showId,
  comment.platform,
  comment.commentId,
  comment.idInBroadcast ?? null,
  comment.liveId ?? null,
];

/** The part of the text that the first intent matched, for highlighting. */
export function matchOf(parsed: ParsedComment): Comment['match'] {
  const first = parsed.intents[0];
  return first === undefined ? null : { span: first.span, word: first.word, rule: first.rule };
}

/**
 * True if the comment asks for at most one unit of one item, so that the intent's outcome is also the
 * comment's.
 */
export const isPlain = ({ intents }: ParsedComment): boolean =>
  intents.length === 0 || (intents.length === 1 && intents[0]?.qty === 1 && intents[0].act !== 'pass');

const DECIDED: ReadonlySet<Outcome> = new Set(DECIDED_OUTCOMES);

/** The intents' outcomes, or empty if the engine has not decided any. */
function outcomesOf({ parsed, outcome, claimIds, outcomes }: CommentRow): IntentOutcome[] {
  const [intent] = parsed.intents;
  if (outcomes !== null) return outcomes;
  if (!isPlain(parsed) || parsed.route !== 'auto' || intent === undefined || !DECIDED.has(outcome)) {
    return [];
  }
  const { item, variant } = intent;
  const [won, waiting] = [Number(outcome === 'winner'), Number(outcome === 'waitlist')];
  const request = { item, ...(variant === undefined ? {} : { variant }), quantity: 1 };
  return [{ ...request, won, waiting, outcome, claimIds }];
}

/**
 * True for a pass waiting for the end of the fairness window. A pending claim has claim ids, but a pass does
 * not.
 */
export const isPendingPass = ({ outcome, claimIds }: IntentOutcome): boolean =>
  outcome === 'pending' && claimIds.length === 0;

/** Number of passes waiting for the end of the fairness window. */
export const pendingPasses = (outcomes: readonly IntentOutcome[]): number =>
  outcomes.filter(isPendingPass).length;

export const isOpenReview = ({ outcome, resolution }: CommentRow): boolean =>
  outcome === 'review' && resolution === null;

export const toComment = (row: CommentRow): Comment => ({
  id: row.id,
  showId: row.showId,
  platform: row.platform,
  liveId: row.liveId,
  commentId: row.commentId,
  buyer: buyerOf(row),
  text: row.text,
  parsed: row.parsed,
  match: matchOf(row.parsed),
  outcome: row.resolution?.outcome ?? row.outcome,
  ...claimsOf([...row.claimIds, ...(row.resolution?.claimIds ?? [])]),
  ...optionalOutcomes(row.resolution?.outcomes ?? outcomesOf(row)),
  ...optionalWhy(row.resolution?.why ?? row.why),
  ...(row.resolution === null ? {} : { resolution: row.resolution }),
  commentedAt: row.commentedAt.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
  ...(row.editedText === null ? {} : { editedText: row.editedText }),
  ...(row.deletedAt === null ? {} : { deletedAt: row.deletedAt.toISOString() }),
  ...(row.hiddenAt === null ? {} : { hiddenAt: row.hiddenAt.toISOString() }),
});

const optionalOutcomes = (outcomes: IntentOutcome[]): Pick<Comment, 'outcomes'> =>
  outcomes.length === 0 ? {} : { outcomes };
const optionalWhy = (why: CommentWhy | null): Pick<Comment, 'why'> => (why === null ? {} : { why });

const claimsOf = (claimIds: string[]): Pick<Comment, 'claimId' | 'claimIds'> => ({
  claimId: claimIds[0] ?? null,
  claimIds,
});
