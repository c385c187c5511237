import { formatNumber } from '../../i18n/format-locale';
import { MAX_REQUESTS_OUTSIDE_SHOW } from './show-state';

/** Counts with their nouns, such as "1 claim" and "1,204 claims", for use in longer text. */
export function commentCount(n: number): string {
  return n === 1
    ? $localize`:@@console.count.comment:1 comment`
    : $localize`:@@console.count.comments:${formatNumber(n)}:count: comments`;
}

export function claimCount(n: number): string {
  return n === 1
    ? $localize`:@@console.count.claim:1 claim`
    : $localize`:@@console.count.claims:${formatNumber(n)}:count: claims`;
}

export function duplicateCount(n: number): string {
  return n === 1
    ? $localize`:@@console.count.duplicate:1 duplicate`
    : $localize`:@@console.count.duplicates:${formatNumber(n)}:count: duplicates`;
}

export function unitCount(n: number): string {
  return n === 1
    ? $localize`:@@console.count.unit:1 unit`
    : $localize`:@@console.count.units:${formatNumber(n)}:count: units`;
}

/** Number of requests from outside the show, such as "500+" if the console holds no more of them. */
export function outsideShowNumber(n: number): string {
  return n < MAX_REQUESTS_OUTSIDE_SHOW ? formatNumber(n) : `${formatNumber(MAX_REQUESTS_OUTSIDE_SHOW)}+`;
}
