import { ACTIVE_CLAIM_STATUSES, type Claim, type Item, type ShowEvent } from '@sellary/contracts';

const ACTIVE: readonly string[] = ACTIVE_CLAIM_STATUSES;

/** Each variant of an item has its own line. */
const lineOf = ({ itemId, variant }: Claim): string => `${itemId ?? ''}/${variant ?? ''}`;

/**
 * A console's state, built from events alone. It maintains the lines itself, because events do not report
 * waiting claims that only move up.
 */
export class ConsoleFold {
  lastSeq = 0;
  gaps = 0;
  readonly items = new Map<string, Item>();
  readonly claims = new Map<string, Claim>();
  readonly timesReceived = new Map<string, number>();
  private readonly lines = new Map<string, string[]>();

  receive(events: readonly ShowEvent[]): void {
    for (const event of events) {
      if (event.seq !== this.lastSeq + 1) this.gaps += 1;
      this.lastSeq = event.seq;
      this.apply(event);
    }
  }

  /** Active claims by id, with their positions in the lines. */
  activeClaims(): Map<string, Claim> {
    const active = [...this.claims.values()].filter((claim) => ACTIVE.includes(claim.status));
    return new Map(active.map((claim) => [claim.id, { ...claim, waitlistPosition: this.positionOf(claim) }]));
  }

  private positionOf(claim: Claim): number | null {
    return claim.status === 'waitlist' ? (this.lines.get(lineOf(claim)) ?? []).indexOf(claim.id) + 1 : null;
  }

  private apply(event: ShowEvent): void {
    switch (event.type) {
      case 'comment.received':
        this.countComment(event.data.comment.commentId);
        return;
      case 'claim.created':
      case 'claim.updated':
        this.put(event.data.claim);
        this.putItem(event.data.item);
        return;
      case 'claim.released':
        this.put(event.data.claim);
        if (event.data.promotedClaim !== undefined) this.put(event.data.promotedClaim);
        this.putItem(event.data.item);
        return;
      case 'item.updated':
        if ('item' in event.data) this.putItem(event.data.item);
        else this.items.delete(event.data.itemId);
        return;
      case 'comment.updated':
      case 'session.status':
      case 'show.updated':
      case 'rules.set':
      case 'review.updated':
      case 'error':
      case 'facts.read':
      case 'operator.act':
      case 'viewer.erased':
        return;
    }
  }

  private countComment(id: string): void {
    this.timesReceived.set(id, (this.timesReceived.get(id) ?? 0) + 1);
  }

  private putItem(item: Item | null): void {
    if (item !== null) this.items.set(item.id, item);
  }

  private put(claim: Claim): void {
    const before = this.claims.get(claim.id);
    this.claims.set(claim.id, claim);
    const waits = claim.status === 'waitlist' && claim.itemId !== null;
    if (waits && before?.status === 'waitlist') return;
    if (before?.status === 'waitlist' && before.itemId !== null) {
      const line = this.lines.get(lineOf(before)) ?? [];
      this.lines.set(
        lineOf(before),
        line.filter((id) => id !== claim.id),
      );
    }
    if (!waits) return;
    const line = this.lines.get(lineOf(claim)) ?? [];
    line.splice((claim.waitlistPosition ?? line.length + 1) - 1, 0, claim.id);
    this.lines.set(lineOf(claim), line);
  }
}
