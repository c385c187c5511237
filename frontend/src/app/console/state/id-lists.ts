import type { Item } from '@sellary/contracts';

/** Ordered ids by key. States share the arrays, so that a change replaces an array and never edits it. */
export type IdLists = ReadonlyMap<string, readonly string[]>;

/** Moves or adds `id` to `index`, or to the end. */
export function addTo(lines: Map<string, readonly string[]>, key: string, id: string, index?: number): void {
  const line = lines.get(key) ?? [];
  if (index !== undefined && line[index] === id) return;
  const others = line.includes(id) ? line.filter((other) => other !== id) : line;
  const at = Math.min(Math.max(index ?? others.length, 0), others.length);
  lines.set(key, [...others.slice(0, at), id, ...others.slice(at)]);
}

/** Removes `id`; the ids after it move up. */
export function removeFrom(lines: Map<string, readonly string[]>, key: string, id: string): void {
  const line = lines.get(key);
  if (!line?.includes(id)) return;
  if (line.length === 1) lines.delete(key);
  else {
    lines.set(
      key,
      line.filter((other) => other !== id),
    );
  }
}

export function sortedItemIds(items: ReadonlyMap<string, Item>): string[] {
  return [...items.values()]
    .sort(
      (a, b) =>
        a.position - b.position || a.itemNumber.localeCompare(b.itemNumber, undefined, { numeric: true }),
    )
    .map(({ id }) => id);
}
