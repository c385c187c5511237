import type { IntentPreview, ResolvePreview, ReviewPreview } from '@sellary/contracts';
import { numberOf } from '../../state/stock-lines';

/** The result of accepting in a few words, such as "waits for #104, position 3". */
export function previewText(preview: ResolvePreview | null): string {
  if (preview === null) {
    return $localize`:Result of accepting a comment@@console.preview.unclear:cannot be accepted like this`;
  }
  return [preview.intents?.map(intentText).join(', ') ?? groupText(preview), ...marksOf(preview)].join(' · ');
}

function intentText({ outcome, itemNumber, variant, unitsLeft, position, units }: IntentPreview): string {
  const number = numberOf({ itemNumber: itemNumber ?? '', ...(variant === undefined ? {} : { variant }) });
  switch (outcome) {
    case 'winner':
    case 'waitlist':
      if (units) {
        return $localize`:Result of accepting a comment for several units@@console.preview.units:wins ${units.won}:won: and waits for ${units.waiting}:waiting: of #${number}:number:`;
      }
      if (outcome === 'waitlist') {
        return $localize`:Result of accepting a comment@@console.preview.waits:waits for #${number}:number:, position ${position}:rank:`;
      }
      return unitsLeft === 1
        ? $localize`:Result of accepting a comment@@console.preview.wins-last:wins the last unit of #${number}:number:`
        : $localize`:Result of accepting a comment@@console.preview.wins:wins a unit of #${number}:number:`;
    case 'needs_variant':
      return $localize`:Result of accepting a comment@@console.preview.needs-variant:names no variant of #${number}:number:: choose one first`;
    case 'needs_item':
      return $localize`:Result of accepting a comment@@console.preview.needs-item:names no item: choose one first`;
    case 'item_not_found':
      return $localize`:Result of accepting a comment@@console.preview.unknown:keeps a place until #${number}:number: exists`;
    case 'item_withdrawn':
      return $localize`:Result of accepting a comment@@console.preview.withdrawn:gets nothing: #${number}:number: is withdrawn`;
    case 'over_limit':
      return $localize`:Result of accepting a comment@@console.preview.over-limit:gets nothing: the buyer has reached a limit of this show`;
    case 'refused':
      return $localize`:Result of accepting a comment@@console.preview.refused:gets nothing: a rule of the show refuses it`;
    case 'duplicate_user':
      return position === null
        ? $localize`:Result of accepting a comment@@console.preview.holds:already has #${number}:number:`
        : $localize`:Result of accepting a comment@@console.preview.already-waits:already waits for #${number}:number:, position ${position}:rank:`;
    case 'passed':
      return $localize`:Result of accepting a comment@@console.preview.passes:gives up #${number}:number:`;
    case 'no_active_claim':
      return $localize`:Result of accepting a comment@@console.preview.nothing-to-pass:has no claim on #${number}:number: to give up`;
    case 'blocked':
    case 'pending':
    case 'review':
    case 'ignored':
    case 'outside_show':
    case 'host':
      return $localize`:Result of accepting a comment@@console.preview.nothing:changes nothing`;
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
    $localize`:Results of accepting comments@@console.preview.sum-wins:${count}:count: win`,
  waits: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-waits:${count}:count: wait`,
  unknown: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-unknown:${count}:count: with a place for an unknown number`,
  passes: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-passes:${count}:count: give up an item`,
  blocked: (count: number) =>
    $localize`:Results of accepting comments from blocked buyers@@console.preview.sum-blocked:${count}:count: blocked`,
  nothing: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-none:${count}:count: change nothing`,
  noItem: (count: number) =>
    $localize`:Results of accepting comments@@console.preview.sum-open:${count}:count: name no item`,
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

/** A group's results, such as "#104 · 2 win, 29 wait". */
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
