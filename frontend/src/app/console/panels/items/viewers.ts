import type { Buyer } from '@sellary/contracts';
import { buyerName } from '../../../ui/buyer-name';
import type { ShowState } from '../../state/show-state';

/** A viewer of the show, with their counts of won units and waiting claims. */
export interface Viewer {
  readonly buyer: Buyer;
  readonly won: number;
  readonly waiting: number;
}

/**
 * Viewers with loaded comments, latest first, then viewers with claims. Hidden viewers are left out, because
 * they have no name to type.
 */
export function viewersOf({ comments, claims }: ShowState): Viewer[] {
  const viewers = new Map<string, { buyer: Buyer; won: number; waiting: number }>();
  const add = (buyer: Buyer): void => {
    if (!buyer.hidden && !viewers.has(buyer.id)) viewers.set(buyer.id, { buyer, won: 0, waiting: 0 });
  };
  for (const { buyer } of comments) add(buyer);
  for (const { buyer, status } of claims.values()) {
    add(buyer);
    const viewer = viewers.get(buyer.id);
    if (viewer && status === 'winner') viewer.won++;
    if (viewer && status === 'waitlist') viewer.waiting++;
  }
  return [...viewers.values()];
}

/** Viewers whose handle or name contains the text. Handles that begin with the text come first. */
export function viewersLike(viewers: readonly Viewer[], text: string): Viewer[] {
  const query = normalized(text);
  if (query === '') return [];
  const matches = viewers.filter(({ buyer }) =>
    [buyerName(buyer), buyer.displayName].some((name) => name.toLowerCase().includes(query)),
  );
  return [
    ...matches.filter(({ buyer }) => normalized(buyerName(buyer)).startsWith(query)),
    ...matches.filter(({ buyer }) => !normalized(buyerName(buyer)).startsWith(query)),
  ];
}

/** The viewers with exactly this handle. On Facebook, a handle is a name, which several viewers may share. */
export function viewersWithHandle(viewers: readonly Viewer[], handle: string): Viewer[] {
  return viewers.filter(({ buyer }) => normalized(buyerName(buyer)) === normalized(handle));
}

function normalized(text: string): string {
  return text.trim().replace(/^@/, '').toLowerCase();
}
