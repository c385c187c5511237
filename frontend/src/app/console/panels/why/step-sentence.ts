import type { Claim, ExplanationStep, ExplanationValues, ReleaseReason } from '@sellary/contracts';
import { RESULT_OF_STATUS, RESULT_WORDS } from '../../../shows/claim-status-words';
import { actorName } from '../../../ui/actor-name';
import { buyerName } from '../../../ui/buyer-name';
import { ruleSentence } from './rule-sentence';

/** Steps that the panel shows elsewhere: the comment, the comparison, and the current status. */
const SHOWN_ELSEWHERE = ['written', 'last_unit', 'standing'] as const;
export type HistoryStep = Exclude<ExplanationStep, { kind: (typeof SHOWN_ELSEWHERE)[number] }>;

export const isShownInHistory = (step: ExplanationStep): step is HistoryStep =>
  !SHOWN_ELSEWHERE.some((kind) => kind === step.kind);

const AN_OPERATOR = $localize`:An operator whose name is unknown@@console.step.an-operator:An operator`;

/** Describes one explanation step in a sentence. The time is shown beside it. */
export function stepSentence(step: HistoryStep): string {
  const by = step.by === undefined ? AN_OPERATOR : actorName(step.by);
  switch (step.kind) {
    case 'accepted':
      return $localize`:@@console.step.accepted:${by}:operator: accepted the comment from review. It counts according to when it was written.`;
    case 'decided':
    case 'item_added':
      return [ruleSentence(step.values.rule), ...unitSentences(step.values.asked)].join(' ');
    case 'promoted':
      return promotionSentence(step, by);
    case 'awarded':
      return $localize`:@@console.step.awarded:${by}:operator: awarded the unit.`;
    case 'released':
      return releaseSentence(step, by);
    case 'passed':
      return $localize`:@@console.step.passed:The buyer passed.`;
    case 'undone': {
      const status = RESULT_WORDS[RESULT_OF_STATUS[step.values.status]].word;
      return $localize`:@@console.step.undone:${by}:operator: undid a change. The status was restored: ${status}:status:.`;
    }
    case 'identified':
      return $localize`:@@console.step.identified:The platform named the author: ${buyerName(step.values.buyer)}:buyer:.`;
    case 'comment_changed':
      return step.values.change === 'edited'
        ? $localize`:@@console.step.edited:The comment was edited later. The claim does not change.`
        : deletionSentence(step.values.effect);
  }
}

function unitSentences(asked: ExplanationValues['decided']['asked']): string[] {
  if (asked === null) return [];
  const { unit, of, counted } = asked;
  return [
    $localize`:@@console.step.unit:This is unit ${unit}:unit: of the ${of}:count: that the comment asked for.`,
    ...(counted === undefined
      ? []
      : [$localize`:@@console.step.limited:A rule of this show allowed only ${counted}:counted:.`]),
  ];
}

function deletionSentence(effect: ExplanationValues['comment_changed']['effect']): string {
  switch (effect) {
    case 'none':
      return $localize`:@@console.step.deleted:The comment was deleted later. The claim does not change.`;
    case 'flagged':
      return $localize`:@@console.step.deleted-flagged:The comment was deleted later. The claim was flagged, so that an operator decides.`;
    case 'released':
      return $localize`:@@console.step.deleted-released:The comment was deleted later. This show releases the claims of deleted comments.`;
  }
}

function releaseSentence({ values }: Extract<HistoryStep, { kind: 'released' }>, by: string): string {
  const reason = values.rule as ReleaseReason | null;
  switch (reason) {
    case 'hold-expired':
      return $localize`:@@console.step.hold-expired:The time to pay ended, so the unit was released.`;
    case 'basket-cancelled':
      return $localize`:@@console.step.basket-canceled:${by}:operator: canceled this buyer’s basket, which released the unit.`;
    case 'comment-deleted':
      return $localize`:@@console.step.comment-deleted:The comment was deleted, so the claim was released.`;
    case null:
      return $localize`:@@console.step.released:${by}:operator: released this claim.`;
    default:
      return ruleSentence(reason satisfies never);
  }
}

function promotionSentence({ values }: Extract<HistoryStep, { kind: 'promoted' }>, by: string): string {
  const previousBuyer = values.buyer === null ? '' : buyerName(values.buyer);
  switch (values.because) {
    case 'released':
      return sentenceAfterRelease(values.reason, by, previousBuyer);
    case 'passed':
      return $localize`:@@console.step.promoted-passed:${previousBuyer}:buyer: passed. This buyer was next in line and won the unit.`;
    case 'quantity':
      return $localize`:@@console.step.promoted-quantity:${by}:operator: added units. This buyer was next in line and won one.`;
    case 'undo':
      return $localize`:@@console.step.promoted-undo:${by}:operator: undid a change. This buyer was next in line and won the unit.`;
  }
}

function sentenceAfterRelease(reason: ReleaseReason | null, by: string, previousBuyer: string): string {
  switch (reason) {
    case 'hold-expired':
      return $localize`:@@console.step.promoted-hold:${previousBuyer}:buyer:’s time to pay ended. This buyer was next in line and won the unit.`;
    case 'basket-cancelled':
      return $localize`:@@console.step.promoted-basket:${by}:operator: canceled ${previousBuyer}:buyer:’s basket. This buyer was next in line and won the unit.`;
    case 'comment-deleted':
      return $localize`:@@console.step.promoted-deleted:${previousBuyer}:buyer:’s comment was deleted, which freed the unit. This buyer was next in line and won it.`;
    case null:
      return $localize`:@@console.step.promoted-released:${by}:operator: released ${previousBuyer}:buyer:’s claim. This buyer was next in line and won the unit.`;
  }
}

/**
 * Key that changes whenever the claim's explanation may have changed. It includes the flag, because the engine
 * flags the claim of a deleted comment, and the buyer, because a hidden viewer may become known.
 */
export const explanationKey = ({ id, status, flagged, paid, buyer, updatedAt }: Claim): string =>
  [id, status, flagged, paid, buyer.id, updatedAt].join(' ');
