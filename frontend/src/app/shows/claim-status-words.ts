import type { Claim, ClaimStatus, Comment, Item, Outcome } from '@sellary/contracts';
import type { IconName } from '../ui/icons';
import type { Severity } from '../ui/severity';

/** Results that a claims feed row can report. */
export type ClaimResult =
  | 'won'
  | 'promoted'
  | 'awarded'
  | 'waiting'
  | 'pending'
  | 'unmatched'
  | 'released'
  | 'passed'
  | 'closed'
  | 'review'
  | 'duplicate'
  | 'over_limit'
  | 'blocked'
  | 'refused'
  | 'withdrawn'
  | 'not_counted';

interface StatusWord {
  word: string;
  icon: IconName;
  tone: Severity;
}

/** One word, icon, and tone for everything that can happen to a claim, the same on every screen. */
export const RESULT_WORDS = {
  won: { word: $localize`:@@shows.claim.won:Won`, icon: 'check_circle', tone: 'good' },
  promoted: {
    word: $localize`:A claim moved up from the waitlist and won@@shows.claim.promoted:Promoted`,
    icon: 'upgrade',
    tone: 'good',
  },
  awarded: {
    word: $localize`:An operator gave the unit by hand@@shows.claim.awarded:Awarded`,
    icon: 'editor_choice',
    tone: 'good',
  },
  waiting: { word: $localize`:@@shows.claim.waiting:Waiting`, icon: 'hourglass_empty', tone: 'wait' },
  pending: {
    word: $localize`:A claim that is not decided yet@@shows.claim.pending:Pending`,
    icon: 'timer',
    tone: 'wait',
  },
  unmatched: {
    word: $localize`:The show has no item with the claimed number@@shows.claim.unmatched:Unknown number`,
    icon: 'search_off',
    tone: 'warn',
  },
  review: {
    word: $localize`:The comment needs an operator's decision@@shows.claim.review:Needs review`,
    icon: 'help',
    tone: 'ask',
  },
  passed: {
    word: $localize`:The buyer gave up the item@@shows.claim.passed:Passed`,
    icon: 'undo',
    tone: 'mute',
  },
  released: {
    word: $localize`:An operator took away the unit or the place in line@@shows.claim.released:Released`,
    icon: 'person_remove',
    tone: 'mute',
  },
  closed: {
    word: $localize`:The buyer was waiting for an item that was withdrawn@@shows.claim.closed:Closed`,
    icon: 'close',
    tone: 'mute',
  },
  duplicate: {
    word: $localize`:The buyer already has a claim on the item@@shows.claim.duplicate:Duplicate`,
    icon: 'content_copy',
    tone: 'mute',
  },
  over_limit: {
    word: $localize`:The buyer asked for more units than a rule of the show allows@@shows.claim.over-limit:Over the limit`,
    icon: 'block',
    tone: 'warn',
  },
  blocked: {
    word: $localize`:The buyer is blocked in the workspace@@shows.claim.blocked:Blocked`,
    icon: 'block',
    tone: 'warn',
  },
  refused: {
    word: $localize`:A rule of the show refused the claim@@shows.claim.refused:Refused`,
    icon: 'block',
    tone: 'mute',
  },
  withdrawn: {
    word: $localize`:The buyer claimed an item that was withdrawn@@shows.claim.item-withdrawn:Item withdrawn`,
    icon: 'do_not_disturb_on',
    tone: 'warn',
  },
  not_counted: {
    word: $localize`:The comment arrived while the show was not live@@shows.claim.not-counted:Not counted`,
    icon: 'block',
    tone: 'mute',
  },
} satisfies Record<ClaimResult, StatusWord>;

/** The word for each comment outcome, or null for chatter, which needs no word. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, StatusWord | null>> = {
  winner: RESULT_WORDS.won,
  waitlist: RESULT_WORDS.waiting,
  pending: RESULT_WORDS.pending,
  item_not_found: RESULT_WORDS.unmatched,
  item_withdrawn: RESULT_WORDS.withdrawn,
  duplicate_user: RESULT_WORDS.duplicate,
  passed: RESULT_WORDS.passed,
  no_active_claim: {
    word: $localize`:The buyer passed on an item without having a claim on it@@shows.claim.nothing-to-pass:Nothing to pass`,
    icon: 'block',
    tone: 'mute',
  },
  over_limit: RESULT_WORDS.over_limit,
  blocked: RESULT_WORDS.blocked,
  refused: RESULT_WORDS.refused,
  review: RESULT_WORDS.review,
  ignored: null,
  outside_show: RESULT_WORDS.not_counted,
  host: {
    word: $localize`:The host of the show wrote the comment@@shows.claim.host:Host`,
    icon: 'mic',
    tone: 'mute',
  },
};

/**
 * The word for a comment, or null for chatter, including chatter that arrived while the show was not live.
 */
export function commentWord({
  outcome,
  outcomes = [],
  parsed,
}: Pick<Comment, 'outcome' | 'outcomes' | 'parsed'>): StatusWord | null {
  const claims = outcomes.filter((result) => result.outcome !== 'passed');
  if (outcome !== 'review' && claims.length > 0) {
    const units = unitsWord(
      claims.reduce((sum, { won }) => sum + won, 0),
      claims.reduce((sum, { waiting }) => sum + waiting, 0),
      claims.reduce((sum, { quantity }) => sum + quantity, 0),
    );
    if (units !== null) return units;
  }
  return outcome === 'outside_show' && parsed.intents.length === 0 ? null : OUTCOME_WORDS[outcome];
}

/** The word for a comment that asked for several units, or null if it neither won nor is waiting for any. */
function unitsWord(won: number, waiting: number, requested: number): StatusWord | null {
  if (requested <= 1) return null;
  if (won > 0) {
    return {
      ...RESULT_WORDS.won,
      word: $localize`:Units that a comment won, out of the units that it asked for@@shows.claim.units-won:${won}:won: of ${requested}:asked: won`,
    };
  }
  return waiting > 0
    ? {
        ...RESULT_WORDS.waiting,
        word: $localize`:Units that a comment is waiting for, out of the units that it asked for@@shows.claim.units-waiting:${waiting}:waiting: of ${requested}:asked: waiting`,
      }
    : null;
}

/** The result to show if only a claim's status is known, not the events that led to it. */
export const RESULT_OF_STATUS = {
  winner: 'won',
  waitlist: 'waiting',
  pending: 'pending',
  unmatched: 'unmatched',
  released: 'released',
  passed: 'passed',
  closed: 'closed',
} as const satisfies Record<ClaimStatus, ClaimResult>;

/** A claim's current status, such as "Waiting #2". */
export function claimStatusWord(claim: Claim, position: number | null): StatusWord {
  const word: StatusWord = RESULT_WORDS[RESULT_OF_STATUS[claim.status]];
  if (claim.status === 'winner' && claim.why.rule === 'awarded') return RESULT_WORDS.awarded;
  return position === null
    ? word
    : { ...word, word: $localize`:@@shows.claim.waiting-rank:Waiting #${position}:rank:` };
}

/** True if an operator withdrew the item. */
export const isWithdrawn = ({ withdrawnAt = null }: Pick<Item, 'withdrawnAt'>): boolean =>
  withdrawnAt !== null;

/** The word for an item's stock. Sold out is a success, so it is never red. */
export function itemWord(item: Pick<Item, 'totalQuantity' | 'claimedCount' | 'withdrawnAt'>): StatusWord {
  const { totalQuantity, claimedCount } = item;
  if (isWithdrawn(item)) {
    return {
      word: $localize`:The item was withdrawn@@shows.item.withdrawn:Withdrawn`,
      icon: 'do_not_disturb_on',
      tone: 'mute',
    };
  }
  const unitsLeft = totalQuantity - claimedCount;
  if (unitsLeft <= 0) {
    return { word: $localize`:@@shows.item.sold-out:Sold out`, icon: 'do_not_disturb_on', tone: 'mute' };
  }
  if (claimedCount === 0) {
    return { word: $localize`:@@shows.item.no-claims:No claims yet`, icon: 'circle', tone: 'mute' };
  }
  return {
    word: $localize`:Units of an item@@shows.item.left:${unitsLeft}:count: left`,
    icon: 'inventory_2',
    tone: 'wait',
  };
}
