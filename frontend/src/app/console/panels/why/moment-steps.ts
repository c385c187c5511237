import { itemKey } from '../../../shows/item-key';
import type { Claim, Comment, Item, ShowEvent } from '@sellary/contracts';

/** One comment of a replay, and the units left after it was decided. */
export interface MomentStep {
  seq: number;
  at: string;
  comment: Comment;
  /** The comment's claim on this item, or null if there is none. */
  claim: Claim | null;
  unitsLeft: number | null;
}

/**
 * Folds ledger rows into comments, in decision order. `itemId` is the item whose units are counted. Before
 * the item's first row, `unitsLeft` is null because the count is unknown.
 */
export function momentSteps(events: readonly ShowEvent[], itemId: string): MomentStep[] {
  const steps: MomentStep[] = [];
  let unitsLeft: number | null = null;
  for (const event of events) {
    const item = itemOf(event);
    if (item?.id === itemId) unitsLeft = Math.max(0, item.totalQuantity - item.claimedCount);
    if (event.type === 'comment.received') {
      steps.push({
        seq: event.seq,
        at: event.data.comment.commentedAt,
        comment: event.data.comment,
        claim: null,
        unitsLeft,
      });
    }
    const claim = claimOf(event);
    const step = claim && steps.findLast(({ comment }) => comment.commentId === claim.commentId);
    if (step && claim.itemId === itemId) step.claim = claim;
    const last = steps.at(-1);
    if (last && item?.id === itemId) last.unitsLeft = unitsLeft;
  }
  return steps;
}

/** True if the comment asked for the item. Other comments would hide the race for the last unit. */
export function wantsItem({ claim, comment }: MomentStep, itemNumber: string): boolean {
  const key = itemKey(itemNumber);
  return claim !== null || comment.parsed.intents.some(({ item }) => itemKey(item) === key);
}

function itemOf(event: ShowEvent): Item | null {
  if (event.type === 'claim.created' || event.type === 'claim.updated' || event.type === 'claim.released') {
    return event.data.item;
  }
  return event.type === 'item.updated' && 'item' in event.data ? event.data.item : null;
}

function claimOf(event: ShowEvent): Claim | null {
  return event.type === 'claim.created' || event.type === 'claim.updated' || event.type === 'claim.released'
    ? event.data.claim
    : null;
}

/** Reads up to `limit` ledger rows that follow the row `afterSeq`. */
type ReadLedger = (afterSeq: number, limit: number) => Promise<readonly ShowEvent[]>;

const PAGE_SIZE = 200;

/**
 * Reads the ledger rows between two timestamps in ms. A binary search finds the first row, so that even a
 * long show takes only about a dozen small reads.
 */
export async function readMoment(
  read: ReadLedger,
  lastSeq: number,
  from: number,
  to: number,
): Promise<ShowEvent[]> {
  let [low, high] = [0, lastSeq];
  while (high - low > PAGE_SIZE / 2) {
    const middle = Math.floor((low + high) / 2);
    const [event] = await read(middle, 1);
    if (event && Date.parse(event.at) < from) low = middle;
    else high = middle;
  }
  const rows: ShowEvent[] = [];
  for (let after = low; rows.length < 5 * PAGE_SIZE;) {
    const page = await read(after, PAGE_SIZE);
    const last = page.at(-1);
    if (!last) break;
    rows.push(...page);
    if (Date.parse(last.at) > to) break;
    after = last.seq;
  }
  return rows.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= to);
}
