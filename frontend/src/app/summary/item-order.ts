import type { SummaryItem } from '@sellary/contracts';

export const ITEM_COLUMNS = ['order', 'number', 'title', 'sold', 'waiting', 'claims', 'gaveBack', 'took'] as const;
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

export interface Sorting {
  by: ItemColumn;
  descending: boolean;
}

const NATURAL = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

type Key = number | string | null;

const KEYS: Record<ItemColumn, (item: SummaryItem) => Key> = {
  order: ({ position }) => position,
  number: ({ itemNumber }) => itemNumber,
  title: ({ title }) => title,
  sold: ({ claimedCount }) => claimedCount,
  waiting: ({ waitlistCount }) => waitlistCount,
  claims: ({ claims }) => claims,
  gaveBack: ({ released, passed }) => released + passed,
  took: ({ sellOutMs }) => sellOutMs,
};

/** Numbers with letters as people count them (9 before 10), nothing last whichever way, equals in the show's own order. */
export function sorted(items: readonly SummaryItem[], { by, descending }: Sorting): SummaryItem[] {
  const keyed = items.map((item, index) => ({ item, index, key: KEYS[by](item) }));
  const direction = descending ? -1 : 1;
  keyed.sort((one, other) => {
    if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null) || one.index - other.index;
    return direction * compare(one.key, other.key) || one.index - other.index;
  });
  return keyed.map(({ item }) => item);
}

function compare(one: number | string, other: number | string): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : NATURAL.compare(String(one), String(other));
}
