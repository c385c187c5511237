import type { Show } from '@sellary/contracts';
import { counted } from '../ui/words';

const NO_BREAK = '\u00a0';

/** A show's numbers as words, most telling first. */
export function showFigures({ status, stats }: Show): string {
  if (stats.items === 0 && stats.comments === 0) return status === 'ended' ? 'No items' : 'No items yet';
  if (status === 'draft') {
    return `${counted(stats.items, 'item')}, ${counted(stats.unitsTotal, 'unit')}`;
  }
  const parts = [
    `${stats.itemsClaimed.toLocaleString('en')} of ${counted(stats.items, 'item')} sold from`,
    `${stats.unitsClaimed.toLocaleString('en')} of ${counted(stats.unitsTotal, 'unit')}`,
  ];
  if (stats.uniqueBuyers > 0) parts.push(counted(stats.uniqueBuyers, 'buyer'));
  if (stats.comments > 0) parts.push(counted(stats.comments, 'comment'));
  // A line breaks between two figures, never within one.
  return parts.map((part) => part.replaceAll(' ', NO_BREAK)).join(`${NO_BREAK}· `);
}
