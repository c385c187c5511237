import type { BasketRow } from '@sellary/contracts';
import type { Severity } from '../ui/severity';
import { longDuration } from '../ui/times';

const DAY_MS = 24 * 3_600_000;

export interface Unpaid {
  age: string;
  tone: Severity;
}

/**
 * Time for which a basket has been unpaid, or null if it is paid, expired, or canceled. The tone becomes
 * stronger after a day, and again after three days or if the basket is overdue.
 */
export function unpaidFor({ state, openedAt, hold }: BasketRow, now: number): Unpaid | null {
  if (state !== 'open' && state !== 'requested') return null;
  const ms = now - Date.parse(openedAt);
  const tone = hold?.overdue === true || ms >= 3 * DAY_MS ? 'warn' : ms >= DAY_MS ? 'wait' : 'mute';
  return { age: longDuration(ms), tone };
}
