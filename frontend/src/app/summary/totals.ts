import type { SummaryTotals } from '@sellary/contracts';
import { counted } from '../ui/words';

export interface Total {
  name: string;
  figure: string;
  /** What it is out of, or what it is made of. */
  more: string;
}

const n = (figure: number): string => figure.toLocaleString('en');

/** The show's figures, most telling first. */
export function totalsOf(totals: SummaryTotals): readonly Total[] {
  return [
    { name: 'Units won', figure: n(totals.unitsClaimed), more: `of ${n(totals.unitsTotal)}` },
    { name: 'Buyers', figure: n(totals.uniqueBuyers), more: 'with at least one unit' },
    { name: 'Items sold from', figure: n(totals.itemsClaimed), more: `of ${n(totals.items)}` },
    { name: 'Still waiting', figure: n(totals.waitlisted), more: 'claims in a line' },
    { name: 'Given back', figure: n(totals.passed + totals.released), more: `${n(totals.passed)} passed, ${n(totals.released)} released` },
    { name: 'Unknown numbers', figure: n(totals.unmatched), more: 'claims for no item' },
    { name: 'Claims', figure: n(totals.claims), more: 'whatever became of them' },
    {
      name: 'Comments',
      figure: n(totals.comments),
      more: totals.review > 0 ? `${counted(totals.review, 'review')} never decided` : 'none left undecided',
    },
  ];
}
