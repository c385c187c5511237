import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets of any length in constant time. */
export const isSameText = (first: string, second: string): boolean =>
  timingSafeEqual(sha256(first), sha256(second));

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
