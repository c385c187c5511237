import type { Claim, Comment, PlatformId, ShowStatus } from '@sellary/contracts';
import type { Happening } from '../../shows/claim-status-words';

/** An event in the life of one buyer's claim, as it was at that time. */
export interface ClaimRow {
  readonly kind: 'claim';
  readonly key: string;
  /** When the viewer wrote the comment, or when the act was done. */
  readonly at: string;
  /** When it reached the server. The rate of rows is measured by this time. */
  readonly heard: string;
  readonly happening: Happening;
  /** Null if there is no claim: a duplicate, a comment outside the show, a comment in review. */
  readonly claimId: string | null;
  /** The comment behind the row, if it made no claim. */
  readonly comment: Comment | null;
  readonly buyerId: string;
  readonly itemId: string | null;
  readonly itemNumber: string;
  readonly itemTitle: string | null;
  readonly handle: string;
  readonly hidden: boolean;
  readonly platform: PlatformId;
  readonly text: string | null;
  /** Place in line at that time. */
  readonly position: number | null;
  /** Name of the operator who did it. */
  readonly by: string | null;
  /** Seconds between writing and arrival. */
  readonly late: number;
}

/** An event of the whole show: a divider across the feed. */
export interface DividerRow {
  readonly kind: 'divider';
  readonly key: string;
  readonly at: string;
  readonly tone: 'mute' | 'good' | 'bad';
  readonly text: string;
}

export type FeedRow = ClaimRow | DividerRow;

const RULES_OF_PROMOTION = new Set(['unit_freed', 'quantity_raised']);

/** The row of a claim that is older than this page. Its current status is the best that the page knows about its past. */
export function rowOfExistingClaim(claim: Claim): ClaimRow {
  return claimRow({
    key: `s-${claim.id}`,
    claim,
    at: claim.claimedAt,
    heard: claim.receivedAt,
    happening: happeningOf(claim, undefined),
    by: null,
  });
}

export function rowOfClaim(key: string, claim: Claim, before: Claim | undefined, at: string, by: string | null): ClaimRow {
  return claimRow({ key, claim, at: before === undefined ? claim.claimedAt : at, heard: at, happening: happeningOf(claim, before), by });
}

function happeningOf(claim: Claim, before: Claim | undefined): Happening {
  switch (claim.status) {
    case 'winner':
      if (claim.why.rule === 'awarded') return 'awarded';
      return before?.status === 'waitlist' || RULES_OF_PROMOTION.has(claim.why.rule) ? 'promoted' : 'won';
    case 'waitlist':
      return 'waiting';
    case 'pending':
    case 'unmatched':
    case 'released':
    case 'passed':
      return claim.status;
  }
}

interface ClaimRowInput {
  key: string;
  claim: Claim;
  at: string;
  heard: string;
  happening: Happening;
  by: string | null;
}

function claimRow({ key, claim, at, heard, happening, by }: ClaimRowInput): ClaimRow {
  return {
    kind: 'claim',
    key,
    at,
    heard,
    happening,
    claimId: claim.id,
    comment: null,
    buyerId: claim.buyer.id,
    itemId: claim.itemId,
    itemNumber: claim.itemNumber,
    itemTitle: claim.itemTitle,
    handle: claim.buyer.handle,
    hidden: claim.buyer.hidden,
    platform: claim.buyer.platform,
    text: claim.rawText,
    position: claim.waitlistPosition,
    by: by ?? (claim.operatorAction ? (claim.actor?.name ?? null) : null),
    late: secondsBetween(claim.claimedAt, claim.receivedAt),
  };
}

/** A row for a comment that asked for an item and got no claim: a feed that leaves such comments out cannot be trusted. */
export function rowOfComment(seq: number, comment: Comment): ClaimRow | null {
  const happening = happeningOfComment(comment);
  const intent = comment.parsed.intents[0];
  if (happening === null) return null;
  return {
    kind: 'claim',
    key: `${seq}`,
    at: comment.commentedAt,
    heard: comment.receivedAt,
    happening,
    claimId: null,
    comment,
    buyerId: comment.buyer.id,
    itemId: null,
    itemNumber: intent && intent.item !== '@current' ? intent.itemText : '',
    itemTitle: null,
    handle: comment.buyer.handle,
    hidden: comment.buyer.hidden,
    platform: comment.platform,
    text: comment.text,
    position: null,
    by: null,
    late: secondsBetween(comment.commentedAt, comment.receivedAt),
  };
}

function happeningOfComment(comment: Comment): Happening | null {
  if (comment.outcome === 'duplicate_user') return 'duplicate';
  if (comment.outcome === 'review') return 'review';
  if (comment.outcome === 'outside_show' && comment.parsed.intents.length > 0) return 'not_counted';
  return null;
}

const STATUS_TEXTS = {
  draft: $localize`:@@console.feed.show-draft:The show is a draft again`,
  active: $localize`:@@console.feed.show-live:The show is live`,
  paused: $localize`:@@console.feed.show-paused:The show is paused`,
  ended: $localize`:@@console.feed.show-ended:The show has ended`,
} satisfies Record<ShowStatus, string>;

export function dividerOfStatus(seq: number, at: string, status: ShowStatus, by: string | null): DividerRow {
  return { kind: 'divider', key: `${seq}`, at, tone: 'mute', text: by ? `${STATUS_TEXTS[status]} · ${by}` : STATUS_TEXTS[status] };
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}
