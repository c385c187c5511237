import type { Claim, Comment, Item } from '@sellary/contracts';
import { clock } from '../../ui/times';

/** Everything that is needed to say why a claim stands where it stands. */
export interface Case {
  claim: Claim;
  item: Item | null;
  /** Who won a unit of it, in order of winning. */
  winners: readonly Claim[];
  /** Place in line now; null unless waiting. */
  rank: number | null;
}

export interface Explanation {
  /** The rule that decided, in a sentence. */
  rule: string;
  /** "1.4 s after the last unit went"; null where time decided nothing. */
  gap: string | null;
  /** Who took the last unit before this claim; null where the claim itself won. */
  rival: Claim | null;
  /** For pasting as a reply to the buyer. */
  answer: string;
}

const RULES: Record<string, string> = {
  unit_left: 'A unit was left and nobody was waiting: first come, first served.',
  no_unit_left: 'No unit was left, so the claim took a place in line.',
  someone_waiting: 'Others were waiting already, so the claim stood behind them.',
  queue_only: 'They asked for a place in line only.',
  no_such_item: 'No item had this number, so the place is kept until there is one.',
  unit_freed: 'A unit was freed and they were first in line.',
  quantity_raised: 'Units were added and they were first in line.',
  awarded: 'An operator gave it to them.',
  undone: 'An operator took an act back, and everybody stood as before it.',
};

export function ruleSentence(rule: string): string {
  if (rule.startsWith('item_added_')) {
    return `The item was added later, and early claims were served by their own time. ${RULES[rule.slice('item_added_'.length)] ?? ''}`.trim();
  }
  return RULES[rule] ?? rule;
}

export function explain({ claim, item, winners, rank }: Case): Explanation {
  const holds = claim.status === 'winner';
  const rival = holds ? null : (winners.findLast((winner) => winner.buyer.id !== claim.buyer.id) ?? null);
  return {
    rule: ruleSentence(claim.why.rule),
    gap: rival && claim.itemId !== null ? gapSentence(claim, rival) : null,
    rival,
    answer: answerTo({ claim, item, winners, rank }, rival),
  };
}

/** By what viewers can check themselves: the times of the two comments. */
export function gapSentence(claim: Claim, rival: Claim): string {
  const ms = Date.parse(claim.why.claimTime) - Date.parse(rival.why.claimTime);
  if (rival.why.rule === 'awarded') return `The last unit was given by ${rival.actor?.name ?? 'an operator'}`;
  if (ms === 0) return 'In the same instant as the last unit, but it reached us after it';
  if (ms > 0) return `${seconds(ms)} after the last unit went`;
  return `${seconds(-ms)} before ${rival.buyer.handle}, who holds the last unit (${ruleSentence(rival.why.rule).toLowerCase().replace(/\.$/, '')})`;
}

function answerTo({ claim, item, winners, rank }: Case, rival: Claim | null): string {
  const hello = `Hi ${claim.buyer.handle}`;
  const number = `#${claim.itemNumber}`;
  if (claim.status === 'winner') return `${hello}, ${number} is yours: your comment came at ${clock(claim.why.claimTime)}.`;
  if (claim.status === 'unmatched') {
    return `${hello}, ${number} is not in our list yet; your place is kept from ${clock(claim.why.claimTime)}.`;
  }
  if (claim.status === 'passed') return `${hello}, you passed on ${number} at ${clock(claim.updatedAt)}.`;
  if (claim.status === 'released') return `${hello}, your claim on ${number} was released at ${clock(claim.updatedAt)}.`;
  const units = item?.totalQuantity ?? winners.length;
  const had = units === 1 ? `there was one ${number}` : `${number} had ${units}`;
  const place = rank === 1 ? 'you are first in line' : rank === null ? 'you are in line' : `you are number ${rank} in line`;
  if (!rival) return `${hello}, ${had}, and ${place}.`;
  const which = units === 1 ? 'it' : `the ${ordinal(winners.length)}`;
  const ms = Date.parse(claim.why.claimTime) - Date.parse(rival.why.claimTime);
  const later = ms > 0 ? `you were ${seconds(ms)} later and ${place.replace(/^you /, '')}` : place;
  return `${hello}, ${had}; ${which} went to ${rival.buyer.handle} at ${clock(rival.why.claimTime)}, ${later}.`;
}

/** Why a comment that made no claim made none. */
export function explainComment(comment: Comment): string {
  switch (comment.outcome) {
    case 'duplicate_user':
      return 'This buyer already holds or waits for the item: one claim a person.';
    case 'review':
      return `It may be a claim, but a person has to say so${comment.parsed.reason ? ` (${comment.parsed.reason.replaceAll('_', ' ')})` : ''}.`;
    case 'outside_show':
      return 'It was said while the show was not live: before it began, in a pause, or after its end.';
    case 'no_active_claim':
      return 'They passed, but held and waited for nothing of that number.';
    case 'ignored':
      return 'Nothing in it asks for an item.';
    case 'host':
      return 'The host said it; the host never claims.';
    case 'winner':
    case 'waitlist':
    case 'pending':
    case 'item_not_found':
    case 'passed':
      return 'It was counted.';
  }
}

function seconds(ms: number): string {
  if (ms < 100) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(ms / 60_000);
  return `${minutes} min ${Math.round((ms % 60_000) / 1000)} s`;
}

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
