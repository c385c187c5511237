import type { SummaryItem } from '@sellary/contracts';
import { FORMAT_LOCALE } from '../i18n/format-locale';

export type ItemColumn =
  'order' | 'number' | 'title' | 'sold' | 'sales' | 'waiting' | 'claims' | 'passedOrReleased' | 'sellOutTime';

export interface Sorting {
  by: ItemColumn;
  descending: boolean;
}

const NATURAL_ORDER = new Intl.Collator(FORMAT_LOCALE, { numeric: true, sensitivity: 'base' });

type SortKey = number | string | null;

const SORT_KEYS: Record<ItemColumn, (item: SummaryItem) => SortKey> = {
  order: ({ position }) => position,
  number: ({ itemNumber }) => itemNumber,
  title: ({ title }) => title,
  sold: ({ claimedCount }) => claimedCount,
  sales: ({ amount = 0 }) => amount,
  waiting: ({ waitlistCount }) => waitlistCount,
  claims: ({ claims }) => claims,
  passedOrReleased: ({ released, passed }) => released + passed,
  sellOutTime: ({ sellOutMs }) => sellOutMs,
};

/**
 * Sorts in natural order (9 before 10). Items without a value come last in both directions; equal items keep
 * the show order.
 */
export function sortItems(items: readonly SummaryItem[], { by, descending }: Sorting): SummaryItem[] {
  const entries = items.map((item, index) => ({ item, index, key: SORT_KEYS[by](item) }));
  const direction = descending ? -1 : 1;
  entries.sort((a, b) => {
    if (a.key === null || b.key === null) {
      return Number(a.key === null) - Number(b.key === null) || a.index - b.index;
    }
    return direction * compare(a.key, b.key) || a.index - b.index;
  });
  return entries.map(({ item }) => item);
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : NATURAL_ORDER.compare(String(a), String(b));
}
