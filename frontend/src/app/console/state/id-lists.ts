import type { Item } from '@sellary/contracts';

/** Ordered ids by key. States share the arrays, so a change must replace an array, never edit it. */
export type IdLists = ReadonlyMap<string, readonly string[]>;

/** Puts `id` at `index`, or at the end. */
export function addTo(lists: Map<string, readonly string[]>, key: string, id: string, index?: number): void {
  const list = lists.get(key) ?? [];
  if (index !== undefined && list[index] === id) return;
  const others = list.includes(id) ? list.filter((other) => other !== id) : list;
  const at = Math.min(Math.max(index ?? others.length, 0), others.length);
  lists.set(key, [...others.slice(0, at), id, ...others.slice(at)]);
}

/** Removes `id`; the ids after it move up. */
export function removeFrom(lists: Map<string, readonly string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (!list?.includes(id)) return;
  const others = list.filter((other) => other !== id);
  if (others.length > 0) lists.set(key, others);
  else lists.delete(key);
}

export function sortedItemIds(items: ReadonlyMap<string, Item>): string[] {
  return [...items.values()]
    .sort(
      (a, b) =>
        a.position - b.position || a.itemNumber.localeCompare(b.itemNumber, undefined, { numeric: true }),
    )
    .map(({ id }) => id);
}
