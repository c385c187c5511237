import type { Claim, OperatorActName, ShowEvent } from '@sellary/contracts';

/** Id that represents all open reviews together. */
export const OPEN_REVIEWS = 'open-reviews';

/** Acts whose effect is in the claim and review rows that follow them. */
const CLAIM_ACTS = new Set<OperatorActName>(['accept', 'dismiss', 'decide_due', 'release', 'award', 'flag']);

/**
 * Remembers the last ledger row that changed each item, buyer, or comment, or the show as a whole. A changed
 * claim counts as a change to its item and its buyer. A new comment changes none of them.
 */
export class LastChanges {
  private showSeq = 0;
  private latestSeq = 0;
  private readonly seqById = new Map<string, number>();

  /** Begins at a snapshot. Earlier rows are unknown. */
  begin(seq: number): void {
    this.showSeq = this.latestSeq = seq;
    this.seqById.clear();
  }

  record(events: readonly ShowEvent[]): void {
    for (const event of events) {
      const ids = idsOf(event);
      if (ids === null) this.showSeq = event.seq;
      else for (const id of ids) this.seqById.set(id, event.seq);
      if (ids === null || ids.length > 0) this.latestSeq = event.seq;
    }
  }

  /** True if a row after `seq` changed the show itself, or one of these items, buyers, or comments. */
  isAfter(seq: number, ids: Iterable<string>): boolean {
    if (this.showSeq > seq) return true;
    if (this.latestSeq <= seq) return false;
    for (const id of ids) if ((this.seqById.get(id) ?? 0) > seq) return true;
    return false;
  }
}

/** Ids of what the row changed, or null if it changed the show. */
function idsOf(event: ShowEvent): string[] | null {
  switch (event.type) {
    case 'comment.received':
      return event.data.comment.outcome === 'review' ? [OPEN_REVIEWS] : [];
    case 'comment.updated': {
      const { comment, was } = event.data;
      return [OPEN_REVIEWS, comment.id, comment.buyer.id, ...(was ? [was.buyerId] : [])];
    }
    case 'review.updated':
      return [OPEN_REVIEWS, event.data.comment.id];
    case 'claim.created':
    case 'claim.updated':
      return idsOfClaim(event.data.claim);
    case 'claim.released':
      return [event.data.claim, event.data.promotedClaim].flatMap((claim) =>
        claim ? idsOfClaim(claim) : [],
      );
    case 'item.updated':
      return 'removed' in event.data ? null : [event.data.item.id];
    case 'operator.act':
      return CLAIM_ACTS.has(event.data.act) ? [] : null;
    case 'error':
      return [];
    default:
      return null;
  }
}

const idsOfClaim = ({ itemId, buyer }: Claim): string[] => [buyer.id, ...(itemId === null ? [] : [itemId])];
