import type { Item } from '@sellary/contracts';

/** One item's new position. */
export interface Move {
  id: string;
  position: number;
}

/**
 * Returns the position changes that move the item at index `from` to index `to`. One change is enough if a
 * position is free between the new neighbors. Otherwise the item gets the position of the item at `to`, and
 * the items from there to index `from` shift by one.
 */
export function movesFor(items: readonly Pick<Item, 'id' | 'position'>[], from: number, to: number): Move[] {
  const moving = items[from];
  if (!moving || from === to || !items[to]) return [];
  const others = items.filter((_, index) => index !== from);
  const before = others[to - 1]?.position ?? -1;
  const after = others[to]?.position;
  const target = after === undefined ? before + 1 : Math.floor((before + after) / 2);
  if (target > before && (after === undefined || target < after)) {
    return [{ id: moving.id, position: target }];
  }
  const order = [...others.slice(0, to), moving, ...others.slice(to)];
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const places = items.slice(low, high + 1).map(({ position }) => position);
  return order.slice(low, high + 1).flatMap(({ id, position }, index) => {
    const place = places[index] ?? position;
    return place === position ? [] : [{ id, position: place }];
  });
}

/** Returns the items in their order after the moves. */
export function reordered(items: readonly Item[], moves: readonly Move[]): Item[] {
  const places = new Map(moves.map(({ id, position }) => [id, position]));
  return items
    .map((item) => ({ ...item, position: places.get(item.id) ?? item.position }))
    .sort(
      (a, b) =>
        a.position - b.position || a.itemNumber.localeCompare(b.itemNumber, undefined, { numeric: true }),
    );
}
