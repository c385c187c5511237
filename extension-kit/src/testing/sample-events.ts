import type { Buyer, Claim, Item, LedgerData, LedgerType, ShowStats } from '@sellary/contracts';
import type { FollowedEvent } from '../show-follower';

const WORKSPACE = '01900000-0000-7000-8000-000000000001';
const SHOW = '01900000-0000-7000-8000-000000000002';
const NOON = Date.UTC(2026, 0, 1, 12);
const timeAt = (second: number): string => new Date(NOON + second * 1_000).toISOString();
const id = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const buyer = (number: number, handle: string): Buyer => ({
  id: id(100 + number),
  platform: 'rehearsal',
  platformUserId: handle,
  handle,
  displayName: handle,
  hidden: false,
});

/** Rows of a small show: two buyers claim the only scarf, and the second gets it when the first claim is released. */
export function sampleEvents(): FollowedEvent[] {
  const [ann, bob] = [buyer(1, 'ann'), buyer(2, 'bob')];
  const won = claim(1, ann, 'winner', null);
  const waiting = claim(2, bob, 'waitlist', 1);
  const promoted: Claim = { ...waiting, status: 'winner', waitlistPosition: null, updatedAt: timeAt(4) };
  return [
    row(1, 'session.status', { showId: SHOW, status: 'active', stats: SAMPLE_STATS }),
    row(2, 'claim.created', { claim: won, item: scarf(1, 0) }),
    row(3, 'claim.created', { claim: waiting, item: scarf(1, 1) }),
    row(4, 'claim.released', {
      claim: { ...won, status: 'released', updatedAt: timeAt(4) },
      item: scarf(1, 0),
      promotedClaim: promoted,
    }),
    row(5, 'claim.updated', { claim: promoted, item: scarf(1, 0) }),
    row(6, 'item.updated', { item: scarf(1, 0) }),
    row(7, 'session.status', { showId: SHOW, status: 'ended', stats: SAMPLE_STATS }),
  ];
}

function row<T extends LedgerType>(seq: number, type: T, data: LedgerData[T]): FollowedEvent {
  // The signature pairs `type` with `data`, but TypeScript does not infer the union member from that.
  return {
    workspaceId: WORKSPACE,
    showId: SHOW,
    seq,
    type,
    at: timeAt(seq),
    data,
    deliveryId: `delivery-${seq}`,
    attempt: 1,
  } as FollowedEvent;
}

const claim = (
  number: number,
  holder: Buyer,
  status: Claim['status'],
  waitlistPosition: number | null,
): Claim => ({
  id: id(200 + number),
  showId: SHOW,
  itemId: id(300),
  itemNumber: '12',
  itemTitle: 'Scarf',
  buyer: holder,
  status,
  unit: 1,
  waitlistPosition,
  commentId: `comment-${number}`,
  rawText: 'sold 12',
  operatorAction: false,
  actor: null,
  flagged: false,
  operatorNotes: null,
  why: {
    rule: status === 'winner' ? 'unit_left' : 'no_unit_left',
    unitsLeft: status === 'winner' ? 1 : 0,
    ahead: 0,
    claimTime: timeAt(number),
    arrival: timeAt(number),
  },
  claimedAt: timeAt(number),
  receivedAt: timeAt(number),
  createdAt: timeAt(number),
  updatedAt: timeAt(number),
});

const scarf = (claimedCount: number, waitlistCount: number): Item => ({
  id: id(300),
  itemNumber: '12',
  title: 'Scarf',
  description: null,
  position: 0,
  totalQuantity: 1,
  claimedCount,
  waitlistCount,
  status: 'sold_out',
  winners: [],
  withdrawnAt: null,
});

const SAMPLE_STATS: ShowStats = {
  items: 1,
  itemsClaimed: 0,
  unitsTotal: 1,
  unitsClaimed: 0,
  winners: 0,
  waitlisted: 0,
  unmatched: 0,
  pending: 0,
  review: 0,
  uniqueBuyers: 0,
  comments: 0,
  claims: 0,
};
