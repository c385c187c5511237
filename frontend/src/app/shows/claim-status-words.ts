import type { Claim, Comment, Item, Outcome } from '@sellary/contracts';
import type { IconName } from '../ui/icons';
import type { Tone } from '../ui/tone';
import type { Happening } from '../console/state/feed-row';

export interface StatusWord {
  word: string;
  icon: IconName;
  tone: Tone;
}

/** One word, icon and tone for everything that can become of a claim; used wherever it is shown. */
export const HAPPENING_WORDS: Record<Happening, StatusWord> = {
  won: { word: 'Won', icon: 'check_circle', tone: 'good' },
  promoted: { word: 'Promoted', icon: 'upgrade', tone: 'good' },
  awarded: { word: 'Awarded', icon: 'editor_choice', tone: 'good' },
  waiting: { word: 'Waiting', icon: 'hourglass_empty', tone: 'wait' },
  pending: { word: 'Pending', icon: 'timer', tone: 'wait' },
  unmatched: { word: 'Unmatched', icon: 'search_off', tone: 'warn' },
  review: { word: 'Review', icon: 'help', tone: 'ask' },
  passed: { word: 'Passed', icon: 'undo', tone: 'mute' },
  released: { word: 'Released', icon: 'person_remove', tone: 'mute' },
  duplicate: { word: 'Duplicate', icon: 'content_copy', tone: 'mute' },
  not_counted: { word: 'Not counted', icon: 'block', tone: 'mute' },
};

/** What a comment came to; null where nothing needs saying (chatter). */
export const OUTCOME_WORDS: Record<Outcome, StatusWord | null> = {
  winner: HAPPENING_WORDS.won,
  waitlist: HAPPENING_WORDS.waiting,
  pending: HAPPENING_WORDS.pending,
  item_not_found: HAPPENING_WORDS.unmatched,
  duplicate_user: HAPPENING_WORDS.duplicate,
  passed: HAPPENING_WORDS.passed,
  no_active_claim: { word: 'Nothing to pass', icon: 'block', tone: 'mute' },
  review: HAPPENING_WORDS.review,
  ignored: null,
  outside_show: HAPPENING_WORDS.not_counted,
  host: { word: 'Host', icon: 'mic', tone: 'mute' },
};

/** Chatter outside the show is still chatter: only what asked for something was not counted. */
export function commentWord({ outcome, parsed }: Pick<Comment, 'outcome' | 'parsed'>): StatusWord | null {
  return outcome === 'outside_show' && parsed.intents.length === 0 ? null : OUTCOME_WORDS[outcome];
}

/** How a claim stands now: "Waiting #2". */
export function claimStatusWord(claim: Claim, rank: number | null): StatusWord {
  const word = HAPPENING_WORDS[STANDING[claim.status]];
  if (claim.status === 'winner' && claim.why.rule === 'awarded') return HAPPENING_WORDS.awarded;
  return rank === null ? word : { ...word, word: `${word.word} #${rank}` };
}

const STANDING = {
  winner: 'won',
  waitlist: 'waiting',
  pending: 'pending',
  unmatched: 'unmatched',
  released: 'released',
  passed: 'passed',
} as const;

/** Sold out is success, not trouble: never red. */
export function itemWord({ totalQuantity, claimedCount }: Item): StatusWord {
  const left = totalQuantity - claimedCount;
  if (left <= 0) return { word: 'Sold out', icon: 'do_not_disturb_on', tone: 'mute' };
  if (claimedCount === 0) return { word: 'No claims yet', icon: 'circle', tone: 'mute' };
  return { word: `${left} left`, icon: 'inventory_2', tone: 'wait' };
}
