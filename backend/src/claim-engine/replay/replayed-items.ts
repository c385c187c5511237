import type { Item, ItemVariant, LedgerData } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import type { VariantCounts } from '../../shows';
import { type Board, itemKeyOf, type ItemState, variantOf } from '../domain/allocation';
import { type Columns, columnDifferences, missingRow, unexpectedRow } from './column-differences';
import { readItemRows } from './records';

interface LatestRow {
  item: Item;
  createdAt: string;
}

/** Ledger rows that may contain an item. */
type ItemRow = { item?: Item | null } | LedgerData['item.updated'];

/** Items derived from the ledger rows and the replayed board, for comparison with the stored items. */
export class ReplayedItems {
  private readonly latest = new Map<string, LatestRow>();

  apply(at: Date, row: ItemRow): void {
    if ('itemId' in row) this.latest.delete(row.itemId);
    else if (row.item != null) {
      const { id } = row.item;
      const createdAt = this.latest.get(id)?.createdAt ?? at.toISOString();
      this.latest.set(id, { item: row.item, createdAt });
    }
  }

  /** @returns the differences from the stored items, as text */
  async compare(reader: Reader, showId: string, board: Board): Promise<string[]> {
    const lines = linesByItem(board);
    const differences = (await readItemRows(reader, showId)).flatMap((row) => {
      const itemLines = lines.get(row.id);
      if (itemLines === undefined) return [unexpectedRow('show_items', row.id)];
      lines.delete(row.id);
      const expected = { ...boardColumns(itemLines), ...rowColumns(itemLines, this.latest.get(row.id)) };
      return columnDifferences('show_items', row.id, row, expected);
    });
    return [...differences, ...[...lines.keys()].map((id) => missingRow('show_items', id))];
  }
}

type Lines = readonly Readonly<ItemState>[];

/** Each item's stock lines: a single line, or one per variant. */
export function linesByItem(board: Board): Map<string, Lines> {
  const lines = new Map<string, Lines>();
  for (const line of board.allLines()) lines.set(line.id, [...(lines.get(line.id) ?? []), line]);
  return lines;
}

export const sumOf = (lines: Lines, count: 'total' | 'claimed' | 'waiting'): number =>
  lines.reduce((sum, line) => sum + line[count], 0);

function boardColumns(lines: Lines): Columns {
  const [first] = lines;
  const key = first?.key ?? '';
  return {
    item_key: itemKeyOf(key),
    total_quantity: sumOf(lines, 'total'),
    claimed_count: sumOf(lines, 'claimed'),
    waitlist_count: sumOf(lines, 'waiting'),
    last_place: variantOf(key) === undefined ? first?.lastPlace : 0,
  };
}

function rowColumns(lines: Lines, latest: LatestRow | undefined): Columns {
  if (latest === undefined) return {};
  const { item, createdAt } = latest;
  return {
    item_number: item.itemNumber,
    title: item.title,
    description: item.description,
    position: item.position,
    price: item.price ?? null,
    compare_at_price: item.compareAtPrice ?? null,
    sku: item.sku ?? null,
    photo: item.photo ?? null,
    variants: item.variants?.map((variant) => toCounts(lines, variant)) ?? null,
    withdrawn_at: item.withdrawnAt ?? null,
    created_at: createdAt,
  };
}

function toCounts(lines: Lines, { name, price, sku }: ItemVariant): Partial<VariantCounts> {
  const line = lines.find(({ key }) => variantOf(key) === name);
  return {
    name,
    ...(line === undefined
      ? {}
      : { total: line.total, claimed: line.claimed, waiting: line.waiting, lastPlace: line.lastPlace }),
    ...(price === undefined ? {} : { price }),
    ...(sku === undefined ? {} : { sku }),
  };
}
