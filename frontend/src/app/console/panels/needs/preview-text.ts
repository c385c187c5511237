import type { Comment, IntentPreview, ResolvePreview, ReviewPreview, ReviewRule } from '@sellary/contracts';
import { commentCount } from '../../state/counts';
import type { ReviewRow } from '../../state/needs-rows';
import { numberOf } from '../../state/stock-lines';
import { isMissingChoice, reviewDoubt } from '../why/review-reason';

/** The result of accepting in a few words, such as "would wait for #104, position 3". */
export function previewText(preview: ResolvePreview | null): string {
  if (preview === null) {
    return $localize`:Result of accepting a comment@@console.preview.unclear:can’t be accepted as is`;
  }
  return [preview.intents?.map(intentText).join(', ') ?? groupText(preview), ...marksOf(preview)].join(' · ');
}

function intentText({ outcome, itemNumber, variant, unitsLeft, position, units }: IntentPreview): string {
  const number = numberOf({ itemNumber: itemNumber ?? '', ...(variant === undefined ? {} : { variant }) });
  switch (outcome) {
    case 'winner':
    case 'waitlist':
      if (units?.waiting === 0) {
        return $localize`:Result of accepting a comment for several units@@console.preview.units-won:would win ${units.won}:won: units of #${number}:number:`;
      }
      if (units?.won === 0) {
        return $localize`:Result of accepting a comment for several units@@console.preview.units-waiting:would wait for ${units.waiting}:waiting: units of #${number}:number:`;
      }
      if (units) {
        return $localize`:Result of accepting a comment for several units@@console.preview.units:would win ${units.won}:won: and wait for ${units.waiting}:waiting: of #${number}:number:`;
      }
      if (outcome === 'waitlist') {
        return $localize`:Result of accepting a comment@@console.preview.waits:would wait for #${number}:number:, position ${position}:rank:`;
      }
      return unitsLeft === 1
        ? $localize`:Result of accepting a comment@@console.preview.wins-last:would win the last unit of #${number}:number:`
        : $localize`:Result of accepting a comment@@console.preview.wins:would win a unit of #${number}:number:`;
    case 'needs_variant':
      return $localize`:Result of accepting a comment@@console.preview.needs-variant:no variant of #${number}:number: recognized: choose one`;
    case 'needs_item':
      return $localize`:Result of accepting a comment@@console.preview.needs-item:no item recognized: choose one`;
    case 'item_not_found':
      return $localize`:Result of accepting a comment@@console.preview.unknown:would keep a place until #${number}:number: exists`;
    case 'item_withdrawn':
      return $localize`:Result of accepting a comment@@console.preview.withdrawn:would get nothing: #${number}:number: is withdrawn`;
    case 'over_limit':
      return $localize`:Result of accepting a comment@@console.preview.over-limit:would get nothing: the buyer has reached a limit of this show`;
    case 'refused':
      return $localize`:Result of accepting a comment@@console.preview.refused:would get nothing: a rule of this show refuses it`;
    case 'duplicate_user':
      return position === null
        ? $localize`:Result of accepting a comment@@console.preview.holds:already has #${number}:number:`
        : $localize`:Result of accepting a comment@@console.preview.already-waits:already waits for #${number}:number:, position ${position}:rank:`;
    case 'passed':
      return $localize`:Result of accepting a comment@@console.preview.passes:would give up #${number}:number:`;
    case 'no_active_claim':
      return $localize`:Result of accepting a comment@@console.preview.nothing-to-pass:has no claim on #${number}:number: to give up`;
    case 'blocked':
    case 'pending':
    case 'review':
    case 'ignored':
    case 'outside_show':
    case 'host':
      return $localize`:Result of accepting a comment@@console.preview.nothing:would change nothing`;
  }
}

/** Facts that an operator has to know before accepting. In a group, `blocked` is a separate result. */
function marksOf({ intents, blocked, deleted }: ResolvePreview): string[] {
  return [
    ...(intents && blocked > 0
      ? [
          $localize`:Warning on a comment that is waiting for a decision@@console.preview.blocked:the buyer is blocked`,
        ]
      : []),
    ...(deleted > 0
      ? [
          intents
            ? $localize`:Warning on a comment that is waiting for a decision@@console.preview.deleted:the comment was deleted`
            : $localize`:Warning on comments that are waiting for a decision@@console.preview.sum-deleted:${deleted}:count: deleted`,
        ]
      : []),
  ];
}

const SUMS = {
  wins: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-wins:${count}:count: would win`,
  waits: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-waits:${count}:count: would wait`,
  unknown: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-unknown:${count}:count: would keep a place for an unknown number`,
  passes: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-passes:${count}:count: would give up an item`,
  blocked: (count: number) =>
    $localize`:Results of accepting comments from blocked buyers@@console.preview.sum-blocked:${count}:count: from blocked buyers`,
  nothing: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-none:${commentCount(count)}:comments: would change nothing`,
  noItem: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-open:${count}:count: missing an item or a variant`,
} satisfies Record<string, (count: number) => string>;
type Sum = keyof typeof SUMS;

const SUM_OF = {
  winner: 'wins',
  waitlist: 'waits',
  item_not_found: 'unknown',
  passed: 'passes',
  needs_item: 'noItem',
  needs_variant: 'noItem',
  duplicate_user: 'nothing',
  no_active_claim: 'nothing',
  item_withdrawn: 'nothing',
  over_limit: 'nothing',
  blocked: 'blocked',
  refused: 'nothing',
  pending: 'nothing',
  review: 'nothing',
  ignored: 'nothing',
  outside_show: 'nothing',
  host: 'nothing',
} satisfies Record<ReviewPreview['outcome'], Sum>;

const MAX_ITEMS = 4;

/** A group's results, such as "#104 · 2 would win, 29 would wait". */
function groupText({ counts, items }: ResolvePreview): string {
  const numbers = items.slice(0, MAX_ITEMS).map(({ itemNumber, ...rest }) => {
    return `#${numberOf({ ...rest, itemNumber: itemNumber ?? '' })}`;
  });
  const itemList = numbers.join(', ') + (items.length > MAX_ITEMS ? ' …' : '');
  return [itemList, sumsOf(counts)].filter((part) => part !== '').join(' · ');
}

function sumsOf(counts: ResolvePreview['counts']): string {
  const sums = new Map<Sum, number>();
  for (const [outcome, sum] of Object.entries(SUM_OF)) {
    const count = counts[outcome as keyof typeof SUM_OF] ?? 0;
    if (count > 0) sums.set(sum, (sums.get(sum) ?? 0) + count);
  }
  return [...sums].map(([sum, count]) => SUMS[sum](count)).join(', ');
}

/**
 * The doubt about a single comment, or empty if the preview of accepting already reports a missing choice.
 */
export function doubtText({ comments }: ReviewRow, needsChoice: boolean): string {
  const [comment, ...more] = comments;
  const doubt = doubtOf(comment);
  return more.length > 0 || (needsChoice && isMissingChoice(doubt))
    ? ''
    : $localize`:What the operator has to check before accepting a comment@@console.needs.doubt:Check: ${doubt}:doubt:`;
}

const RULE_DOUBTS: Readonly<Partial<Record<string, string>>> = {
  blocked_review: $localize`:Reason why a person has to decide@@console.review.blocked:the buyer is blocked`,
  paid_unit: $localize`:Reason why a person has to decide@@console.review.paid-unit:the unit is already paid for`,
  needs_variant: reviewDoubt('variant-missing'),
} satisfies Record<ReviewRule, string>;

function doubtOf({ why, parsed, outcomes = [] }: Comment): string {
  // Everything that the comment asked for is decided, so it is in review only because of its author.
  if (outcomes.length > 0 && outcomes.every(({ outcome }) => outcome !== 'review')) {
    return $localize`:Reason why a person has to decide@@console.review.author-known:the author is now known, and already has a claim on the same item. Release one of the two claims`;
  }
  return why === undefined
    ? reviewDoubt(parsed.reason)
    : (RULE_DOUBTS[why.rule] ??
        $localize`:Reason why a person has to decide@@console.review.show-rule:a rule of this show requires an operator's decision`);
}
