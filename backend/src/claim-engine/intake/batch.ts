import type {
  Block,
  Buyer,
  Comment,
  CommentArrival,
  IntentOutcome,
  ParsedComment,
  ShowRules,
} from '@sellary/contracts';
import type { LiveComment } from '@sellary/extension-kit';
import { hash } from 'node:crypto';
import { isoTime, uuidV7 } from '../../kernel';
import { type LockedShow, rulesOf } from '../../shows';
import { type CommentDecision, type CommentInput, viewerDelayMs } from '../domain/allocation';
import { cleanText } from '../domain/grammar';
import { isPendingPass, isPlain, matchOf } from '../records/comment-record';
import type { Identity } from './batch-reads';
import type { ArrivedComment } from './arrived-comment';

/** A comment in a batch. `ref` is its number in the batch, in order of arrival. */
export interface BatchComment {
  ref: number;
  rowId: string;
  arrivedComment: ArrivedComment;
  text: string;
  identity: Identity;
  parsed: ParsedComment;
}

export const identityKey = (identity: { platform: string; userId: string }): string =>
  `${identity.platform} ${identity.userId}`;
export const commentKey = (comment: { platform: string; commentId: string }): string =>
  `${comment.platform} ${comment.commentId}`;

/** Comment key that is the same for every form of the id, or null if the id has only one form. */
const anyFormKey = ({ platform, liveId, idInBroadcast }: LiveComment): string | null =>
  idInBroadcast === undefined ? null : `${platform} ${liveId} ${idInBroadcast}`;

/** Every key by which a copy of the comment is recognized. */
export const keysOf = (comment: LiveComment): string[] =>
  [commentKey(comment), anyFormKey(comment)].filter((key) => key !== null);

const HIDDEN_NAME = 'Hidden viewer';
/**
 * Maximum length of a name, so that a long text cannot fill up tables, the ledger, and screens. No platform
 * has longer names.
 */
const MAX_NAME_LENGTH = 200;

// PostgreSQL cannot store NUL, and half a surrogate pair is not a character.
const toStorableName = (name: string): string =>
  name.slice(0, MAX_NAME_LENGTH).replaceAll('\0', '').toWellFormed();

/** The author's identity. A hidden author gets a distinct identity derived from the comment id. */
function identityOf(comment: ArrivedComment): Identity {
  const { platform, author } = comment;
  if (author === null) {
    return {
      platform,
      userId: `hidden:${comment.commentId}`,
      handle: HIDDEN_NAME,
      displayName: HIDDEN_NAME,
      hidden: true,
    };
  }
  const handle = toStorableName(author.handle);
  return {
    platform,
    userId: author.userId,
    handle,
    displayName: toStorableName(author.displayName ?? '') || handle,
    hidden: false,
  };
}

/**
 * Prepares everything about a comment that does not need the database. Runs on arrival, while the previous
 * transaction is being written.
 */
export function prepare(
  arrivedComment: ArrivedComment,
): Pick<BatchComment, 'rowId' | 'arrivedComment' | 'text' | 'identity'> {
  return {
    rowId: uuidV7(arrivedComment.receivedAt),
    arrivedComment,
    text: cleanText(arrivedComment.text),
    identity: identityOf(arrivedComment),
  };
}

/**
 * Gives each comment without an author the author of another copy in the batch, because only the first copy is
 * stored.
 */
export function shareAuthors<T extends Pick<BatchComment, 'arrivedComment' | 'identity'>>(
  comments: T[],
): T[] {
  if (!comments.some(({ identity }) => identity.hidden)) return comments;
  const known = new Map(
    comments.flatMap((comment) =>
      comment.identity.hidden ? [] : keysOf(comment.arrivedComment).map((key) => [key, comment] as const),
    ),
  );
  return comments.map((comment) => {
    const { identity, arrivedComment } = comment;
    const [copy] = keysOf(arrivedComment).flatMap((key) => known.get(key) ?? []);
    if (!identity.hidden || copy === undefined) return comment;
    const { byHost } = copy.arrivedComment;
    return { ...comment, identity: copy.identity, arrivedComment: { ...arrivedComment, byHost } };
  });
}

/** Claim time of the comment in ms, never later than its arrival. */
const claimTimeOf = (arrivedComment: ArrivedComment): number =>
  Math.min(arrivedComment.writtenAt ?? arrivedComment.receivedAt, arrivedComment.receivedAt);

/** Maximum number of claims that the comment can make if at most `maxIntents` of its intents are decided. */
export const maxClaims = ({ route, intents }: ParsedComment, maxIntents: number): number =>
  route !== 'auto'
    ? 0
    : intents.slice(0, maxIntents).reduce((sum, { act, qty }) => sum + (act === 'pass' ? 0 : qty), 0);

export function toInput(
  batchComment: BatchComment,
  buyerId: string,
  rules: ShowRules,
  block?: Block,
): CommentInput {
  const { arrivedComment, parsed } = batchComment;
  const viewerDelay = viewerDelayMs(rules, arrivedComment);
  return {
    kind: 'comment',
    ref: batchComment.ref,
    buyerId,
    byHost: arrivedComment.byHost,
    ...(block === undefined ? {} : { block }),
    claimTime: claimTimeOf(arrivedComment),
    ...(viewerDelay === 0 ? {} : { viewerDelay }),
    secondsOnly: arrivedComment.secondsOnly,
    arrival: arrivedComment.receivedAt,
    route: parsed.route,
    intents: parsed.intents,
    claimIds: Array.from({ length: maxClaims(parsed, rules.maxClaimsPerComment) }, () =>
      uuidV7(arrivedComment.receivedAt),
    ),
  };
}

/** A comment with the contents of its row in `comments` and of its ledger row. */
export interface CommentToStore {
  batchComment: BatchComment;
  comment: Comment;
  arrival: CommentArrival;
  /** The parsed comment as JSON. */
  parsed: string;
  /** The outcomes of its intents as JSON, or null if they follow from the rest of the row. */
  outcomes: string | null;
  /** The payload of its ledger row, as JSON. */
  payload: string;
}

/**
 * Prepares the rows of a comment. Serializes the parsed comment once, because it is the largest part of the
 * comment's row and of the ledger row, which contains it twice.
 */
export function toStore(
  show: Pick<LockedShow, 'id' | 'batch' | 'row'>,
  batchComment: BatchComment,
  buyer: Buyer,
  decision: CommentDecision,
): CommentToStore {
  const { outcome, claimIds, why } = decision;
  const { arrivedComment } = batchComment;
  const outcomes = outcome === 'pending' ? withFairTime(show, batchComment, decision) : decision.outcomes;
  const { idInBroadcast, secondsOnly, byHost } = arrivedComment;
  const arrival: CommentArrival = {
    batch: show.batch,
    index: batchComment.ref,
    secondsOnly,
    byHost,
    ...(idInBroadcast === undefined ? {} : { idInBroadcast }),
  };
  const fields = {
    id: batchComment.rowId,
    showId: show.id,
    platform: arrivedComment.platform,
    liveId: arrivedComment.liveId,
    commentId: arrivedComment.commentId,
    buyer,
    text: batchComment.text,
    match: matchOf(batchComment.parsed),
    outcome,
    claimId: claimIds[0] ?? null,
    claimIds,
    ...(outcomes.length === 0 ? {} : { outcomes }),
    ...(why === undefined ? {} : { why }),
    commentedAt: isoTime(claimTimeOf(arrivedComment)),
    receivedAt: isoTime(arrivedComment.receivedAt),
  };
  const parsed = JSON.stringify(batchComment.parsed);
  const payload = `{"comment":${JSON.stringify(fields).slice(0, -1)},"parsed":${parsed}},"parsed":${parsed},"arrival":${JSON.stringify(arrival)}}`;
  return {
    batchComment,
    comment: Object.assign(fields, { parsed: batchComment.parsed }),
    arrival,
    parsed,
    outcomes: isPlain(batchComment.parsed) ? null : JSON.stringify(outcomes),
    payload,
  };
}

/** The outcomes, with the fair time of passes that wait, because their source's viewer delay may change. */
function withFairTime(
  { row }: Pick<LockedShow, 'row'>,
  { arrivedComment }: BatchComment,
  { outcomes }: CommentDecision,
): IntentOutcome[] {
  const viewerDelay = viewerDelayMs(rulesOf(row), arrivedComment);
  if (viewerDelay === 0) return outcomes;
  const fairTime = isoTime(claimTimeOf(arrivedComment) - viewerDelay);
  return outcomes.map((outcome) => (isPendingPass(outcome) ? { ...outcome, fairTime } : outcome));
}

/** Idempotency key: one claim per comment, item, and unit, even if the comment arrives several times. */
export const idempotencyKey = (
  comment: { platform: string; commentId: string },
  itemKey: string,
  unit: number,
): string => hash('sha256', `${comment.platform}\n${comment.commentId}\n${itemKey}\n${unit}`, 'hex');
