import type { Claim, Comment, Platform, ShowStatus } from '@sellary/contracts';

/** What a row of the feed says happened; the words and tones of these are in `status-words.ts`. */
export type Happening =
  'won' | 'promoted' | 'awarded' | 'waiting' | 'pending' | 'unmatched' | 'released' | 'passed' | 'review' | 'duplicate' | 'not_counted';

/** Something that happened to one buyer's claim, as it was then. */
export interface ClaimRow {
  readonly kind: 'claim';
  readonly key: string;
  /** When the viewer said it, or when the act was done. */
  readonly at: string;
  /** When it reached us: how fast rows come is counted by this. */
  readonly heard: string;
  readonly happening: Happening;
  /** Null for what made no claim: a duplicate, a comment outside the show, one under review. */
  readonly claimId: string | null;
  /** The comment that it came from, where it made no claim. */
  readonly comment: Comment | null;
  readonly buyerId: string;
  readonly itemId: string | null;
  readonly itemNumber: string;
  readonly itemTitle: string | null;
  readonly handle: string;
  readonly hidden: boolean;
  readonly platform: Platform | 'manual';
  readonly text: string | null;
  /** Place in line then. */
  readonly position: number | null;
  /** The person whose act it was. */
  readonly by: string | null;
  /** Seconds between saying and arriving. */
  readonly late: number;
}

/** Something that happened to the whole show: a divider across the feed. */
export interface DividerRow {
  readonly kind: 'divider';
  readonly key: string;
  readonly at: string;
  readonly tone: 'mute' | 'good' | 'bad';
  readonly text: string;
}

export type FeedRow = ClaimRow | DividerRow;

const RULES_OF_PROMOTION = new Set(['unit_freed', 'quantity_raised']);

/** The row of a claim that was already there when the page was opened: how it stands is the best that is known of what happened. */
export function rowOfStandingClaim(claim: Claim): ClaimRow {
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

interface Told {
  key: string;
  claim: Claim;
  at: string;
  heard: string;
  happening: Happening;
  by: string | null;
}

function claimRow({ key, claim, at, heard, happening, by }: Told): ClaimRow {
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

/** Comments that asked for something and got no claim are rows too: what is missing from a feed cannot be trusted. */
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

const SHOW_TURNS: Record<ShowStatus, string> = {
  draft: 'Back to a draft',
  active: 'Show live',
  paused: 'Show paused',
  ended: 'Show ended',
};

export function dividerOfStatus(seq: number, at: string, status: ShowStatus, by: string | null): DividerRow {
  return { kind: 'divider', key: `${seq}`, at, tone: 'mute', text: by ? `${SHOW_TURNS[status]}, by ${by}` : SHOW_TURNS[status] };
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}
