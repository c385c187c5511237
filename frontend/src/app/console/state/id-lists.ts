import type { Item } from '@sellary/contracts';

/** Ids in order, by key; the arrays are shared between states and replaced, never changed. */
export type IdLists = ReadonlyMap<string, readonly string[]>;

/** Puts `id` at `index` (at the end without one), wherever it stood before. */
export function addTo(lines: Map<string, readonly string[]>, key: string, id: string, index?: number): void {
  const line = lines.get(key) ?? [];
  if (index !== undefined && line[index] === id) return;
  const others = line.includes(id) ? line.filter((other) => other !== id) : line;
  const at = Math.min(Math.max(index ?? others.length, 0), others.length);
  lines.set(key, [...others.slice(0, at), id, ...others.slice(at)]);
}

/** Everybody behind moves up. */
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

export function inOrder(items: ReadonlyMap<string, Item>): string[] {
  return [...items.values()]
    .sort((a, b) => a.position - b.position || a.itemNumber.localeCompare(b.itemNumber, undefined, { numeric: true }))
    .map(({ id }) => id);
}
