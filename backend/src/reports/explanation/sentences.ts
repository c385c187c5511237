import {
  ACTIVE_CLAIM_STATUSES,
  type Actor,
  type Claim,
  type ClaimRule,
  type ClaimStatus,
  type ExplanationStep,
  type OperatorActName,
  type ReleaseReason,
} from '@sellary/contracts';
import { WallClock } from '../export/wall-clock';
import { actorName } from '../../kernel';
import { buyerName } from '../../claim-engine';

/** Writes an explanation in English, with one entry per step and times in one time zone. */
export function sentencesOf(claim: Claim, steps: readonly ExplanationStep[], timeZone: string): string[] {
  const wallClock = new WallClock(timeZone);
  const wording: Wording = {
    buyer: buyerName(claim.buyer),
    item: `#${claim.itemNumber}${claim.variant === undefined ? '' : ` ${claim.variant}`}`,
    askedToWait: steps.some(({ values }) => 'rule' in values && values.rule?.endsWith('queue_only') === true),
    timeOf: (iso) => wallClock.localTimeAt(new Date(iso)).toISOString().slice(11, 23),
    dateOf: (iso) => `${wallClock.dayAt(new Date(iso))} (${timeZone})`,
  };
  return steps.map((step) => sentenceOf(step, wording));
}

interface Wording {
  buyer: string;
  item: string;
  /** The comment asked only for a place in line. */
  askedToWait: boolean;
  timeOf: (iso: string) => string;
  dateOf: (iso: string) => string;
}

const operatorName = (by: Actor | undefined): string => (by === undefined ? 'An operator' : actorName(by));
const count = (n: number, singular: string, plural: string): string => `${n} ${n === 1 ? singular : plural}`;
const units = (n: number): string => count(n, 'unit', 'units');

/** A duration such as "40 milliseconds", "1.4 seconds", or "2 minutes 5 seconds". `ms` is not negative. */
function durationInWords(ms: number): string {
  if (ms < 100) return count(ms, 'millisecond', 'milliseconds');
  const tenths = Math.round(ms / 100) / 10;
  if (tenths < 60) return `${tenths} ${tenths === 1 ? 'second' : 'seconds'}`;
  const seconds = Math.round(ms / 1000);
  return `${count(Math.floor(seconds / 60), 'minute', 'minutes')} ${count(seconds % 60, 'second', 'seconds')}`;
}

function sentenceOf(step: ExplanationStep, wording: Wording): string {
  const { buyer, item, timeOf, dateOf } = wording;
  const time = timeOf(step.at);
  switch (step.kind) {
    case 'written': {
      const { text, arrival, fairTime } = step.values;
      const wrote = `${buyer} wrote "${text}" on ${dateOf(step.at)} at ${time}. The comment arrived at ${timeOf(arrival)}.`;
      return fairTime === null ? wrote : `${wrote} ${fairTimeSentence(step.at, fairTime, timeOf)}`;
    }
    case 'accepted':
      return `${operatorName(step.by)} accepted the comment from review at ${time}. The decision used the time when the comment was written, not the time of acceptance.`;
    case 'decided':
      return `${time}: ${decisionSentence(step.values, wording, step.by)}`;
    case 'item_added':
      return `Item ${item} was added at ${time}. Claims waiting for it were decided in the order in which they were written: ${decisionSentence(step.values, wording)}`;
    case 'promoted':
      return promotionSentence(step, wording);
    case 'awarded':
      return `${operatorName(step.by)} awarded a unit of ${item} to ${buyer} at ${time}.`;
    case 'released':
      return releaseSentence(step, wording);
    case 'passed':
      return step.by === undefined
        ? `${buyer} passed at ${time}, which ended this claim.`
        : `${operatorName(step.by)} accepted a pass by ${buyer} at ${time}, which ended this claim.`;
    case 'undone': {
      const { act, status } = step.values;
      const again = ACTIVE_CLAIM_STATUSES.some((active) => active === status) ? ' again' : '';
      return `${operatorName(step.by)} undid ${ACTS[act ?? 'undo']} at ${time}. As a result, this claim ${STATUS[status]}${again}.`;
    }
    case 'identified':
      return `The platform identified the author at ${time}. The claim belongs to ${buyerName(step.values.buyer)}.`;
    case 'comment_changed':
      return `The comment was ${step.values.change} later, at ${time}. ${EFFECTS[step.values.effect]}`;
    case 'last_unit':
      return lastUnitSentence(step, wording);
    case 'standing':
      return standingSentence(step.values, wording);
  }
}

const EFFECTS: Readonly<Record<StepOf<'comment_changed'>['values']['effect'], string>> = {
  none: 'This does not change the claim.',
  flagged: 'The claim was flagged for an operator to decide.',
  released: 'In this show, deleting a comment releases its claims.',
};

type EndingRule = 'duplicate_user' | 'over_limit' | 'needs_variant';
const ENDINGS: Readonly<Partial<Record<string, string>>> = {
  duplicate_user:
    'this claim ended because the buyer already had one on the item, and this show does not allow a second one.',
  over_limit: 'this claim ended because the buyer had reached the number of units that this show allows.',
  needs_variant:
    'this claim ended because the item was added with variants, and the comment does not specify one. The comment went to review.',
} satisfies Record<EndingRule, string>;

const RELEASES: Record<ReleaseReason, (wording: Wording, time: string, by: string) => string> = {
  'hold-expired': ({ buyer }, time) => `${buyer}'s time to pay ended, so this claim was released at ${time}.`,
  'basket-cancelled': ({ buyer }, time, by) =>
    `${by} canceled ${buyer}'s basket at ${time}, which released this claim.`,
  'comment-deleted': (_, time) => `Because the comment was deleted, this claim was released at ${time}.`,
};
const isReleaseReason = (rule: string): rule is ReleaseReason => rule in RELEASES;

function releaseSentence({ at, by, values: { rule } }: StepOf<'released'>, wording: Wording): string {
  const time = wording.timeOf(at);
  if (rule === null) return `${operatorName(by)} released this claim at ${time}.`;
  if (isReleaseReason(rule)) return RELEASES[rule](wording, time, operatorName(by));
  return `${time}: ${ENDINGS[rule] ?? `the rule ${rule} ended this claim.`}`;
}

type StepOf<Kind extends ExplanationStep['kind']> = Extract<ExplanationStep, { kind: Kind }>;

const fairTimeSentence = (claimTime: string, fairTime: string, timeOf: Wording['timeOf']): string =>
  `Viewers of this broadcast see it ${durationInWords(Date.parse(claimTime) - Date.parse(fairTime))} late, so the comment is treated as written at ${timeOf(fairTime)}.`;

type RuleSentence = (wording: Wording, values: StepOf<'decided'>['values'], by: string) => string;

/** Sentences for the rules in `decided` and `item_added` steps. Other rules produce other kinds of steps. */
const RULES: Partial<Record<string, RuleSentence>> = {
  unit_left: ({ buyer, item }, { unitsLeft, ahead }) =>
    `${units(unitsLeft ?? 0)} of ${item} ${unitsLeft === 1 ? 'was' : 'were'} left and ${ahead === 0 ? 'no buyer was waiting' : 'the buyers in line had asked only to wait'}, so ${buyer} won one.`,
  no_unit_left: ({ buyer, item }, values) =>
    `no unit of ${item} was left${lineClause(values)}, so ${buyer} became number ${values.position} in line.`,
  someone_waiting: ({ buyer, item }, values) =>
    `${count(values.ahead, 'claim was', 'claims were')} already in line for ${item}, so ${buyer} became number ${values.position} in line.`,
  queue_only: ({ buyer, item }, values) =>
    `${buyer} asked only for a place in line for ${item}, and became number ${values.position}.`,
  asked_outright: ({ buyer, item }) =>
    `${buyer} then claimed ${item} outright while a unit was left, so this claim won it.`,
  pending: () =>
    'the claim is waiting for the fairness window to end, so that slower platforms have the same chance.',
  item_withdrawn: ({ item }, { position }, by) =>
    `${by} withdrew ${item}, so this claim was closed.${position === null ? '' : ' Its place in line is kept.'}`,
  item_restored: ({ buyer, item }, { position }, by) =>
    position === null
      ? `${by} restored ${item}, and ${buyer}, who was first in line, won a unit.`
      : `${by} restored ${item}, and ${buyer} is number ${position} in line again.`,
  policy_changed: ({ buyer, item }, _, by) =>
    `${by} changed who gets a unit in this show while a unit of ${item} was free. Under the new policy, it went to ${buyer}, who was already in line.`,
  no_such_item: ({ item }) => `there was no item ${item}. The claim waits until one is added.`,
} satisfies Record<Exclude<ClaimRule, RuleOfOtherStep>, RuleSentence>;

type RuleOfOtherStep = 'unit_freed' | 'quantity_raised' | 'awarded' | 'undone' | EndingRule;

const lineClause = ({ ahead }: StepOf<'decided'>['values']): string =>
  ahead === 0 ? '' : ` and ${count(ahead, 'claim was', 'claims were')} already in line`;

function decisionSentence(values: StepOf<'decided'>['values'], wording: Wording, by?: Actor): string {
  const ruleSentence = RULES[values.rule.replace(/^item_added_/, '')]?.(wording, values, operatorName(by));
  const sentence = ruleSentence ?? `the rule ${values.rule} decided, and the claim ${STATUS[values.status]}.`;
  const { asked } = values;
  if (asked === null) return sentence;
  const unit = `${sentence} This is unit ${asked.unit} of the ${asked.of} that the comment asked for.`;
  return asked.counted === undefined ? unit : `${unit} This show's rules allowed only ${asked.counted}.`;
}

function promotionSentence({ values, at, by }: StepOf<'promoted'>, wording: Wording): string {
  const { buyer, item } = wording;
  const time = wording.timeOf(at);
  const formerHolder = values.buyer === null ? 'another buyer' : buyerName(values.buyer);
  const next = `which freed a unit of ${item}. ${buyer} was next in line and won it.`;
  switch (values.because) {
    case 'released':
      return `${releaseClause(values.reason, operatorName(by), formerHolder, time)}, ${next}`;
    case 'passed':
      return `${values.buyer === null ? 'Another buyer' : formerHolder} passed at ${time}, ${next}`;
    case 'quantity':
      return `${operatorName(by)} added units to ${item} at ${time}. ${buyer} was next in line and won one.`;
    case 'undo':
      return `${operatorName(by)} undid a change at ${time}, ${next}`;
  }
}

function releaseClause(reason: ReleaseReason | null, by: string, formerHolder: string, time: string): string {
  switch (reason) {
    case 'hold-expired':
      return `${formerHolder}'s time to pay ended at ${time}`;
    case 'basket-cancelled':
      return `${by} canceled ${formerHolder}'s basket at ${time}`;
    case 'comment-deleted':
      return `${formerHolder}'s comment was deleted and its claim was released at ${time}`;
    case null:
      return `${by} released ${formerHolder}'s claim at ${time}`;
  }
}

function lastUnitSentence({ values, by }: StepOf<'last_unit'>, wording: Wording): string {
  const { buyer, item, askedToWait, timeOf } = wording;
  const winner = buyerName(values.buyer);
  if (values.rule === 'awarded') return `${operatorName(by)} awarded the last unit of ${item} to ${winner}.`;
  const wrote = `The last unit of ${item} is held by ${winner}, who wrote at ${timeOf(values.claimTime)}`;
  const fair = values.fairTime === null ? '' : ` (counted as ${timeOf(values.fairTime)})`;
  const gap = durationInWords(Math.abs(values.msEarlier));
  if (values.msEarlier > 0) return `${wrote}${fair}: ${gap} before ${buyer}.`;
  if (askedToWait) return `${wrote}${fair}. ${buyer} asked only for a place in line.`;
  if (values.msEarlier === 0) {
    return `${wrote}${fair}, at the same time as ${buyer}. ${winner}'s comment arrived first.`;
  }
  return `${wrote}${fair}: ${gap} after ${buyer}. The unit was already taken when ${buyer}'s comment was decided, and a later decision does not take a unit away.`;
}

function standingSentence(
  { status, position, total, won, waiting }: StepOf<'standing'>['values'],
  { buyer, item }: Wording,
): string {
  const counts =
    total === null
      ? ''
      : ` ${won} of ${units(total)} of ${item} ${won === 1 ? 'has' : 'have'} been won, and ${count(waiting ?? 0, 'claim is', 'claims are')} waiting.`;
  switch (status) {
    case 'winner':
      return `Now ${buyer} holds a unit of ${item}.${counts}`;
    case 'waitlist':
      return position === null || position <= 1
        ? `Now ${buyer} is first in line for ${item}.${counts}`
        : `Now ${buyer} is number ${position} in line for ${item}, with ${position - 1} ahead.${counts}`;
    case 'closed':
      return `Now the claim is closed, because ${item} was withdrawn.${counts}`;
    case 'pending':
      return `Now the claim is waiting for the fairness window to end, so that slower platforms have the same chance.${counts}`;
    case 'unmatched':
      return `Now the claim is waiting for item ${item} to be added.`;
    case 'released':
    case 'passed':
      return `Now ${buyer} has neither a unit nor a place in line from this claim.${counts}`;
  }
}

const STATUS: Readonly<Record<ClaimStatus, string>> = {
  winner: 'holds a unit',
  waitlist: 'waits in line',
  pending: 'is waiting for the fairness window to end',
  unmatched: 'waits for its item',
  released: 'is released',
  passed: 'is given up',
  closed: 'is closed',
};

const ACTS: Readonly<Record<OperatorActName, string>> = {
  release: 'a release',
  claims_paid: 'a payment',
  award: 'an award',
  accept: 'the acceptance of a comment',
  dismiss: 'a dismissal',
  decide_due: 'a decision after the fairness window',
  lines_served: 'a change of who gets a unit',
  quantity: 'a quantity change',
  items_added: 'the addition of items',
  item_changed: 'a change to an item',
  item_removed: 'the removal of an item',
  item_withdrawn: 'the withdrawal of the item',
  item_restored: 'the restoration of the item',
  now_showing: 'a change to the item now showing',
  numbers_dismissed: 'a change to the dismissed numbers',
  flag: 'a flag',
  undo: 'a change',
};
