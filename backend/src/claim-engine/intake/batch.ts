import type { Buyer, Comment, ParsedComment } from '@sellary/contracts';
import { hash } from 'node:crypto';
import { uuidV7 } from '../../kernel';
import type { ClaimState, CommentInput } from '../domain/allocation';
import { cleanText } from '../domain/grammar';
import type { ClaimRecord } from '../records/claim-record';
import { matchOf } from '../records/comment-record';
import type { Identity } from './batch-reads';
import type { ArrivedComment } from './live-comment';

/** A comment on its way through one transaction. `ref` = its number among the batch's comments in order of arrival. */
export interface Reading {
  ref: number;
  rowId: string;
  arrived: ArrivedComment;
  text: string;
  identity: Identity;
  parsed: ParsedComment;
}

export const identityKey = (identity: { platform: string; userId: string }): string => `${identity.platform} ${identity.userId}`;
export const commentKey = (comment: { platform: string; commentId: string }): string => `${comment.platform} ${comment.commentId}`;

const HIDDEN_NAME = 'Hidden viewer';
// PostgreSQL text cannot hold NUL, and half a surrogate pair is no character.
const tidy = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Whom a comment is from. A hidden author is somebody of their own, named after the comment. */
export function identityOf(comment: ArrivedComment): Identity {
  const { platform, author } = comment;
  if (author === null) {
    return { platform, userId: `hidden:${comment.commentId}`, handle: HIDDEN_NAME, displayName: HIDDEN_NAME, hidden: true };
  }
  const handle = tidy(author.handle);
  return { platform, userId: author.userId, handle, displayName: tidy(author.displayName ?? '') || handle, hidden: false };
}

/** Everything about a comment that needs no database: done when it arrives, while the transaction before it is being written. */
export function prepare(arrived: ArrivedComment): Pick<Reading, 'rowId' | 'arrived' | 'text' | 'identity'> {
  return { rowId: uuidV7(arrived.receivedAt), arrived, text: cleanText(arrived.text), identity: identityOf(arrived) };
}

/** When the viewer said it, ms: never later than we got it. */
export const saidAtOf = (arrived: ArrivedComment): number => Math.min(arrived.saidAt ?? arrived.receivedAt, arrived.receivedAt);

export function toInput(reading: Reading, buyerId: string, mostClaims: number): CommentInput {
  const { arrived, parsed } = reading;
  const mayClaim = parsed.route === 'auto' ? Math.min(mostClaims, parsed.intents.length) : 0;
  return {
    kind: 'comment',
    ref: reading.ref,
    buyerId,
    byHost: arrived.byHost,
    claimTime: saidAtOf(arrived),
    secondsOnly: arrived.secondsOnly,
    arrival: arrived.receivedAt,
    route: parsed.route,
    intents: parsed.intents,
    claimIds: Array.from({ length: mayClaim }, () => uuidV7(arrived.receivedAt)),
  };
}

export function toWireComment(showId: string, reading: Reading, buyer: Buyer, outcome: Comment['outcome'], claimIds: string[]): Comment {
  const { arrived } = reading;
  return {
    id: reading.rowId,
    showId,
    platform: arrived.platform,
    liveId: arrived.liveId,
    commentId: arrived.commentId,
    buyer,
    text: reading.text,
    parsed: reading.parsed,
    match: matchOf(reading.parsed),
    outcome,
    claimId: claimIds[0] ?? null,
    claimIds,
    commentedAt: new Date(saidAtOf(arrived)).toISOString(),
    receivedAt: new Date(arrived.receivedAt).toISOString(),
  };
}

/** One claim a comment, item and unit, however often the comment comes. */
export const idempotencyKey = (comment: { platform: string; commentId: string }, itemKey: string, unit: number): string =>
  hash('sha256', `${comment.platform}\n${comment.commentId}\n${itemKey}\n${unit}`, 'hex');

export interface ClaimOrigin {
  showId: string;
  at: string;
  batch: number;
  buyer: Buyer;
  reading: Reading;
}

/** The record of a claim that a comment made. */
export function claimFrom(
  origin: ClaimOrigin,
  claim: ClaimState,
  why: ClaimRecord['why'],
  item: { itemNumber: string; title: string | null } | undefined,
) {
  const { reading, at } = origin;
  return {
    id: claim.id,
    showId: origin.showId,
    itemId: claim.itemId,
    itemKey: claim.itemKey,
    itemNumber: item?.itemNumber ?? null,
    itemTitle: item?.title ?? null,
    buyer: origin.buyer,
    commentId: reading.arrived.commentId,
    commentRowId: reading.rowId,
    idempotencyKey: idempotencyKey(reading.arrived, claim.itemKey, claim.unit),
    rawText: reading.text,
    status: claim.status,
    unit: claim.unit,
    place: claim.place,
    queueOnly: claim.queueOnly,
    why,
    operatorAction: false,
    actorId: null,
    actorName: null,
    actSeq: null,
    changedBatch: origin.batch,
    flagged: false,
    operatorNotes: null,
    claimedAt: why.claimTime,
    receivedAt: why.arrival,
    createdAt: at,
    updatedAt: at,
  };
}
