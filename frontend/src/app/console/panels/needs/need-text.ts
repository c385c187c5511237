import type { Comment, ReviewRule } from '@sellary/contracts';
import { formatNumber } from '../../../i18n/format-locale';
import type { IconName } from '../../../ui/icons';
import type { Severity } from '../../../ui/severity';
import { buyerName } from '../../../ui/buyer-name';
import {
  type FoldRow,
  type NeedsRow,
  type NumberRow,
  type ReviewRow,
  viewerCount,
} from '../../state/needs-rows';
import type { ShowState } from '../../state/show-state';
import { isMissingChoice, reviewDoubt } from '../why/review-reason';
import { proposalsOf } from './proposals';

const MAX_NAMES = 4;

export const NEED_ICONS: Readonly<Record<NeedsRow['kind'], { icon: IconName; tone: Severity }>> = {
  review: { icon: 'help', tone: 'ask' },
  number: { icon: 'search_off', tone: 'warn' },
  source: { icon: 'error', tone: 'bad' },
  paused: { icon: 'pause', tone: 'mute' },
  flag: { icon: 'flag', tone: 'ask' },
  deleted: { icon: 'delete', tone: 'ask' },
  fold: { icon: 'chevron_right', tone: 'mute' },
};

export const NEED_TEXTS = {
  acceptAll: $localize`:@@console.needs.accept-all:Accept all`,
  undo: $localize`:@@console.needs.undo:Undo`,
};

/** The question to the operator about a group, or null for a single comment, which is shown as written. */
export function groupQuestion(row: ReviewRow): string | null {
  const { question, comments } = row;
  if (comments.length === 1) return null;
  const viewers = viewerCountText(row);
  switch (question.kind) {
    case 'word':
      return $localize`:@@console.needs.ask-word:${viewers}:viewers: wrote “${question.word}:word:”. Count it?`;
    case 'no-number':
      return $localize`:@@console.needs.ask-no-number:${viewers}:viewers: wrote “${question.word}:word:” without a number. Count it for the current item?`;
    case 'only-number':
      return $localize`:@@console.needs.ask-only-number:${viewers}:viewers: wrote only “${question.number}:number:”. Count it?`;
    case 'comment':
      return null;
  }
}

export function numberQuestion(row: NumberRow): string {
  const [first] = row.claims;
  return row.claims.length === 1 && first
    ? $localize`:@@console.needs.ask-number-one:${buyerName(first.buyer)}:buyer: wants #${row.number}:number:: no such item`
    : $localize`:@@console.needs.ask-number:${viewerCountText(row)}:viewers: want #${row.number}:number:: no such item`;
}

const FOLD_TEXTS = {
  reviews: (count: string) => $localize`:@@console.needs.fold-reviews:${count}:count: single comments`,
  numbers: (count: string) =>
    $localize`:@@console.needs.fold-numbers:${count}:count: unknown numbers with one viewer each`,
  paused: (count: string) =>
    $localize`:@@console.needs.fold-paused:${count}:count: comments not counted, because the show was paused`,
  deleted: (count: string) =>
    $localize`:@@console.needs.fold-deleted:${count}:count: claims whose comments were deleted`,
  flags: (count: string) => $localize`:@@console.needs.fold-flags:${count}:count: flagged claims`,
} satisfies Record<FoldRow['group'], (count: string) => string>;

export function foldText({ group, rows }: FoldRow): string {
  return FOLD_TEXTS[group](formatNumber(rows.length));
}

/**
 * The doubt about a single comment, or empty if the preview of accepting already reports a missing choice.
 */
export function reviewMeta({ comments }: ReviewRow, needsChoice: boolean): string {
  const [comment, ...more] = comments;
  const doubt = more.length === 0 ? doubtOf(comment) : '';
  return needsChoice && isMissingChoice(doubt) ? '' : doubt;
}

/** Explains why a comment from a pause did not count, and reports if no unit is left for it. */
export function pausedMeta(state: ShowState, comment: Comment): string {
  const [proposal] = proposalsOf(state, comment);
  const reason = $localize`:@@console.needs.paused-reason:not counted, because the show was paused`;
  return proposal?.item && proposal.left <= 0
    ? $localize`:@@console.needs.none-left:${reason}:reason: · ${proposal.item.itemNumber}:number:: none left`
    : reason;
}

export function claimantNames({ claims }: NumberRow): string {
  const names = [...new Set(claims.map(({ buyer }) => buyerName(buyer)))];
  const shown = names.slice(0, MAX_NAMES).join(', ');
  const more = names.length - MAX_NAMES;
  return more > 0
    ? $localize`:Buyers' names and the number of other buyers@@console.needs.more-handles:${shown}:names: and ${more}:count: more`
    : shown;
}

const RULE_DOUBTS: Readonly<Partial<Record<string, string>>> = {
  blocked_review: $localize`:Reason why a person has to decide@@console.review.blocked:the buyer is blocked`,
  paid_unit: $localize`:Reason why a person has to decide@@console.review.paid-unit:passes a paid unit`,
  needs_variant: reviewDoubt('variant-missing'),
} satisfies Record<ReviewRule, string>;

function doubtOf({ why, parsed }: Comment): string {
  return why === undefined
    ? reviewDoubt(parsed.reason)
    : (RULE_DOUBTS[why.rule] ??
        $localize`:Reason why a person has to decide@@console.review.show-rule:a rule of this show requires an operator's decision`);
}

function viewerCountText(row: ReviewRow | NumberRow): string {
  const viewers = viewerCount(row);
  return viewers === 1
    ? $localize`:@@console.count.viewer:1 viewer`
    : $localize`:@@console.count.viewers:${formatNumber(viewers)}:count: viewers`;
}
