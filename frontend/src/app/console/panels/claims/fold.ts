import type { ClaimResult } from '../../../shows/claim-status-words';
import { clock } from '../../../ui/times';
import { claimCount, duplicateCount } from '../../state/counts';
import type { ClaimRow, FeedRow } from '../../state/feed-row';
import type { ShowState } from '../../state/show-state';
import { currentResult } from '../../state/claim-positions';

/** Results that viewers cause in large numbers. */
const PLAIN_RESULTS = ['won', 'waiting', 'pending', 'duplicate'] as const;
/** Parts of a fold's text, in order. */
const PARTS = {
  won: (count: number) => $localize`:@@console.fold.won:${count}:count: won`,
  waiting: (count: number) => $localize`:@@console.fold.waiting:${count}:count: waiting`,
  pending: (count: number) => $localize`:@@console.fold.pending:${count}:count: pending`,
  duplicate: duplicateCount,
  closed: (count: number) => $localize`:@@console.fold.closed:${count}:count: closed`,
  ended: (count: number) => $localize`:@@console.fold.ended:${count}:count: released or passed`,
};
/** The part that counts a result, or null if a fold does not count it. */
const PART_OF: Record<ClaimResult, keyof typeof PARTS | null> = {
  won: 'won',
  promoted: 'won',
  awarded: 'won',
  waiting: 'waiting',
  pending: 'pending',
  duplicate: 'duplicate',
  closed: 'closed',
  released: 'ended',
  passed: 'ended',
  unmatched: null,
  review: null,
  over_limit: null,
  blocked: null,
  refused: null,
  withdrawn: null,
  not_counted: null,
};

/**
 * One row in place of many rows: the claims on one item in a burst, or the claims on one unknown number. It
 * stays where its oldest row was.
 */
export interface FoldRow {
  readonly kind: 'fold';
  readonly key: string;
  readonly itemNumber: string;
  readonly itemId: string | null;
  readonly unmatched: boolean;
  /** Newest first. */
  readonly rows: readonly ClaimRow[];
}

export type Slot = FeedRow | FoldRow;

export interface Folds {
  readonly feed: readonly FeedRow[];
  readonly slots: readonly Slot[];
}

/** Maximum rate, in rows per second, at which a person can read individual rows. */
const READABLE_ROWS_PER_SECOND = 8;
const MIN_FOLDED_ROWS = 3;
/** A burst ends after a pause of this length. */
const BURST_END_PAUSE_MS = 3_000;
const MAX_LOOK_BACK_ROWS = 400;

/**
 * Adds the new rows, which are at the front of `feed`, to the folded list. Rows on the screen never move. A
 * new row that joins a fold appears where the fold is.
 */
export function foldIn(feed: readonly FeedRow[], before: Folds | undefined): Folds {
  const newest = before?.feed[0];
  // Compares rows, not keys, because a new snapshot has the same keys, but no longer an erased viewer's name.
  const newCount = newest === undefined ? -1 : feed.indexOf(newest);
  if (!before || newCount < 0) return { feed, slots: fold(feed, [], false) };
  if (newCount === 0) return before.feed === feed ? before : { feed, slots: before.slots };
  // The feed drops its oldest rows, so the slots must not grow without limit either.
  return { feed, slots: fold(feed.slice(0, newCount), before.slots.slice(0, feed.length), isBurst(feed)) };
}

function isBurst(feed: readonly FeedRow[]): boolean {
  const claims = feed.filter((row) => row.kind === 'claim');
  const [newest, earlier] = [claims[0], claims[READABLE_ROWS_PER_SECOND]];
  return (
    newest !== undefined &&
    earlier !== undefined &&
    Date.parse(newest.receivedAt) - Date.parse(earlier.receivedAt) <= 1_000
  );
}

function fold(newRows: readonly FeedRow[], slots: readonly Slot[], inBurst: boolean): Slot[] {
  // Oldest first, so that adding is cheap; reversed again at the end.
  const list = slots.toReversed();
  const newCounts = new Map<string, number>();
  for (const row of newRows) {
    if (isPlainClaim(row)) newCounts.set(row.itemNumber, (newCounts.get(row.itemNumber) ?? 0) + 1);
  }
  for (const row of newRows.toReversed()) {
    const place = slotIndexFor(row, list, inBurst);
    const slot = list[place];
    if (row.kind === 'claim' && slot && slot.kind !== 'divider') list[place] = withRow(slot, row);
    else if (inBurst && isPlainClaim(row) && (newCounts.get(row.itemNumber) ?? 0) >= MIN_FOLDED_ROWS) {
      list.push(newFold(row));
    } else list.push(row);
  }
  return list.reverse();
}

/** Index of the slot that the row joins; -1 if it gets its own slot. */
function slotIndexFor(row: FeedRow, list: readonly Slot[], inBurst: boolean): number {
  if (row.kind !== 'claim') return -1;
  const unmatched = row.result === 'unmatched';
  if (!unmatched && !(inBurst && isPlainClaim(row))) return -1;
  const end = Math.max(0, list.length - MAX_LOOK_BACK_ROWS);
  for (let index = list.length - 1; index >= end; index--) {
    const slot = list[index];
    if (!slot || slot.kind === 'divider' || slot.itemNumber !== row.itemNumber) continue;
    if (unmatched && (slot.kind === 'fold' ? slot.unmatched : slot.result === 'unmatched')) return index;
    if (!unmatched && slot.kind === 'fold' && !slot.unmatched && isSameBurst(slot, row)) return index;
  }
  return -1;
}

function isSameBurst({ rows }: FoldRow, row: ClaimRow): boolean {
  return Date.parse(row.receivedAt) - Date.parse(rows[0]?.receivedAt ?? row.receivedAt) <= BURST_END_PAUSE_MS;
}

function withRow(slot: ClaimRow | FoldRow, row: ClaimRow): FoldRow {
  return slot.kind === 'fold'
    ? { ...slot, rows: [row, ...slot.rows] }
    : { ...newFold(slot), rows: [row, slot] };
}

function newFold(row: ClaimRow): FoldRow {
  const { key, itemNumber, itemId, result } = row;
  return { kind: 'fold', key, itemNumber, itemId, unmatched: result === 'unmatched', rows: [row] };
}

/** True if a row may join a burst. An operator's act is a separate row unless it closes claims. */
function isPlainClaim(row: FeedRow): row is ClaimRow {
  return (
    row.kind === 'claim' &&
    (row.result === 'closed' || (row.by === null && PLAIN_RESULTS.some((result) => result === row.result)))
  );
}

/** The text of a fold, such as "31 claims · 5 won · 26 waiting". */
export function foldSentence({ rows, unmatched }: FoldRow): string {
  if (unmatched) return $localize`:@@console.fold.unmatched:${rows.length}:count: waiting for this number`;
  return [claimCount(rows.length), ...partsOf(rows.map(({ result }) => result))].join(' · ');
}

/**
 * Returns the current statuses of claims that waited for an item with their number, such as "1 won · 1
 * waiting". Null for a burst, and while the show has no item with that number.
 */
export function currentFoldText(state: ShowState, { rows, unmatched }: FoldRow): string | null {
  if (!unmatched) return null;
  const results = rows.map((row) => currentResult(state, row).result);
  return results.includes('unmatched') ? null : partsOf(results).join(' · ');
}

/** Returns a fold's first and last time: "03:06:05–17", or "03:06:58–03:07:02" if the minute differs. */
export function foldTimes({ rows }: FoldRow): { from: string; to: string } {
  const times = rows.map(({ at }) => at).sort();
  const [from, to] = [clock(times[0] ?? ''), clock(times.at(-1) ?? '')];
  if (from === to) return { from, to: '' };
  return { from, to: from.slice(0, -2) === to.slice(0, -2) ? to.slice(-2) : to };
}

function partsOf(results: readonly ClaimResult[]): string[] {
  return Object.entries(PARTS).flatMap(([part, text]) => {
    const count = results.filter((result) => PART_OF[result] === part).length;
    return count > 0 ? [text(count)] : [];
  });
}
