import type { Connection } from '@sellary/contracts';
import type { IconName } from '../ui/icons';
import type { Tone } from '../ui/tone';

/** A sign-in that ends within so many days is worth a look, though it is renewed by itself. */
export const SOON_DAYS = 7;

export interface ConnectionHealth {
  tone: Tone;
  icon: IconName;
  word: string;
}

export function healthOf({ status, problem, daysLeft }: Connection): ConnectionHealth {
  if (status === 'revoked') return { tone: 'bad', icon: 'error', word: 'Removed' };
  if (status === 'expired') return { tone: 'bad', icon: 'error', word: 'Expired' };
  if (problem !== null) return { tone: 'warn', icon: 'priority_high', word: 'Needs care' };
  if (daysLeft !== null && daysLeft <= SOON_DAYS) return { tone: 'warn', icon: 'timer', word: 'Runs out soon' };
  return { tone: 'good', icon: 'check_circle', word: 'Connected' };
}
