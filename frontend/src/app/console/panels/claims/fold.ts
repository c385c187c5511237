import { claimCount } from '../../state/counts';
import type { ClaimRow, FeedRow } from '../../state/feed-row';

/** Events that viewers cause by the dozen, in the order of a fold's text. */
const PLAIN_HAPPENINGS = ['won', 'waiting', 'pending', 'duplicate'] as const;
const PART_TEXTS = {
  won: (count: number) => $localize`:@@console.fold.won:${count}:count: won`,
  waiting: (count: number) => $localize`:@@console.fold.waiting:${count}:count: waiting`,
  pending: (count: number) => $localize`:@@console.fold.pending:${count}:count: pending`,
  duplicate: (count: number) => $localize`:@@console.fold.duplicate:${count}:count: duplicate`,
} satisfies Record<(typeof PLAIN_HAPPENINGS)[number], (count: number) => string>;

/**
 * One row for many rows of one item: a burst, or claims for an unknown number. It stays at the place of its
 * first row.
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

export interface Folded {
  readonly feed: readonly FeedRow[];
  readonly slots: readonly Slot[];
}

/** Maximum rate, in rows a second, at which a person can read single rows. */
export const READABLE_A_SECOND = 8;
const WORTH_FOLDING = 3;
/** A burst ends after a pause of this length. */
const PAUSE_ENDS_MS = 3_000;
const LOOK_BACK = 400;

/**
 * Carries the folded list forward by the rows that are new at the front of `feed`. Rows once shown never
 * move: a row joins a fold in place.
 */
export function foldIn(feed: readonly FeedRow[], before: Folded | undefined): Folded {
  const newest = before?.feed[0]?.key;
  const added = newest === undefined ? -1 : feed.findIndex(({ key }) => key === newest);
  if (!before || added < 0) return { feed, slots: fold(feed, [], false) };
  if (added === 0) return before.feed === feed ? before : { feed, slots: before.slots };
  return { feed, slots: fold(feed.slice(0, added), before.slots.slice(0, feed.length), isBurst(feed)) };
}

function isBurst(feed: readonly FeedRow[]): boolean {
  const newest = feed.find((row) => row.kind === 'claim');
  const oldest = feed.filter((row) => row.kind === 'claim')[READABLE_A_SECOND];
  return (
    newest !== undefined &&
    oldest !== undefined &&
    Date.parse(newest.heard) - Date.parse(oldest.heard) <= 1_000
  );
}

function fold(added: readonly FeedRow[], slots: readonly Slot[], burst: boolean): Slot[] {
  // Oldest first, so that adding is cheap; reversed again at the end.
  const list = slots.toReversed();
  const sizes = new Map<string, number>();
  for (const row of added) {
    if (isPlainClaim(row)) sizes.set(row.itemNumber, (sizes.get(row.itemNumber) ?? 0) + 1);
  }
  for (const row of added.toReversed()) {
    const place = placeFor(row, list, burst);
    const there = list[place];
    if (row.kind === 'claim' && there && there.kind !== 'divider') list[place] = joined(there, row);
    else if (burst && isPlainClaim(row) && (sizes.get(row.itemNumber) ?? 0) >= WORTH_FOLDING) {
      list.push(opened(row));
    } else list.push(row);
  }
  return list.reverse();
}

/** Index of the slot that the row joins; -1 if it gets a slot of its own. */
function placeFor(row: FeedRow, list: readonly Slot[], burst: boolean): number {
  if (row.kind !== 'claim') return -1;
  const unmatched = row.happening === 'unmatched';
  if (!unmatched && !(burst && isPlainClaim(row))) return -1;
  const end = Math.max(0, list.length - LOOK_BACK);
  for (let index = list.length - 1; index >= end; index--) {
    const slot = list[index];
    if (!slot || slot.kind === 'divider' || slot.itemNumber !== row.itemNumber) continue;
    if (unmatched && (slot.kind === 'fold' ? slot.unmatched : slot.happening === 'unmatched')) return index;
    if (!unmatched && slot.kind === 'fold' && !slot.unmatched && isGoingOn(slot, row)) return index;
  }
  return -1;
}

function isGoingOn({ rows }: FoldRow, row: ClaimRow): boolean {
  return Date.parse(row.heard) - Date.parse(rows[0]?.heard ?? row.heard) <= PAUSE_ENDS_MS;
}

function joined(there: ClaimRow | FoldRow, row: ClaimRow): FoldRow {
  return there.kind === 'fold'
    ? { ...there, rows: [row, ...there.rows] }
    : { ...opened(there), rows: [row, there] };
}

function opened(row: ClaimRow): FoldRow {
  const { key, itemNumber, itemId, happening } = row;
  return { kind: 'fold', key, itemNumber, itemId, unmatched: happening === 'unmatched', rows: [row] };
}

/** True if a row may join a burst. An operator's act is always a row of its own. */
function isPlainClaim(row: FeedRow): row is ClaimRow {
  return (
    row.kind === 'claim' &&
    row.by === null &&
    PLAIN_HAPPENINGS.some((happening) => happening === row.happening)
  );
}

/** The text of a fold, such as "31 claims · 5 won · 26 waiting". */
export function foldSentence({ rows, unmatched }: FoldRow): string {
  if (unmatched) return $localize`:@@console.fold.unmatched:${rows.length}:count: waiting for this number`;
  const parts = PLAIN_HAPPENINGS.flatMap((happening) => {
    const count = rows.filter((row) => row.happening === happening).length;
    return count > 0 ? [PART_TEXTS[happening](count)] : [];
  });
  return [claimCount(rows.length), ...parts].join(' · ');
}
