import type { Route } from '@sellary/contracts';

export interface FloorComment {
  text: string;
  /** Items of the show. */
  items: readonly string[];
  route: Route;
  /** Items that the comment claims. */
  claims?: readonly string[];
}

/** Comments that no grammar may misread, with the default English words: `sold` claims, `pass` passes. */
export const FLOOR: readonly FloorComment[] = [
  { text: 'sold 12', items: ['12'], route: 'auto', claims: ['12'] },
  { text: 'SOLD 12', items: ['12'], route: 'auto', claims: ['12'] },
  { text: 'sold #12', items: ['12'], route: 'auto', claims: ['12'] },
  { text: 'pass 12', items: ['12'], route: 'auto' },
  { text: '', items: ['12'], route: 'ignore' },
  { text: 'hello everyone', items: ['12'], route: 'ignore' },
  { text: 'I love this so much', items: ['12'], route: 'ignore' },
];
