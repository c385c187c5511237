import { type Comment, MAX_RESOLVED_AT_ONCE } from '@sellary/contracts';
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
import { outsideShowNumber } from '../../state/counts';
import type { ShowState } from '../../state/show-state';
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

export const UNDO_TEXT = $localize`:@@console.needs.undo:Undo`;

/** The text of the button that accepts the comments of a group. */
export const acceptGroupText = ({ comments }: ReviewRow): string =>
  $localize`:Button that accepts the comments of a group@@console.needs.accept-all:Accept these ${Math.min(comments.length, MAX_RESOLVED_AT_ONCE)}:count:`;

/** The question to the operator about a group, or null for a single comment, which is shown as written. */
export function groupQuestion(row: ReviewRow): string | null {
  const { question, comments } = row;
  if (comments.length === 1) return null;
  const viewers = viewerCountText(row);
  switch (question.kind) {
    case 'word':
      return $localize`:@@console.needs.ask-word:${viewers}:viewers: wrote “${question.word}:word:”. Count it?`;
    case 'no-number':
      return $localize`:@@console.needs.ask-no-number:${viewers}:viewers: wrote “${question.word}:word:” without a number. Accept for the current item?`;
    case 'only-number':
      return $localize`:@@console.needs.ask-only-number:${viewers}:viewers: wrote only “${question.number}:number:”. Accept as claims?`;
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
  reviews: (count: string) =>
    $localize`:@@console.needs.fold-reviews:${count}:count: comments to review one by one`,
  numbers: (count: string) =>
    $localize`:@@console.needs.fold-numbers:${count}:count: unknown numbers with one viewer each`,
  paused: (count: string) =>
    $localize`:@@console.needs.fold-paused:${count}:count: comments not counted, because the show was paused`,
  deleted: (count: string) =>
    $localize`:@@console.needs.fold-deleted:${count}:count: claims whose comments were deleted`,
  flags: (count: string) => $localize`:@@console.needs.fold-flags:${count}:count: flagged claims`,
} satisfies Record<FoldRow['group'], (count: string) => string>;

export function foldText({ group, rows }: FoldRow): string {
  return FOLD_TEXTS[group](group === 'paused' ? outsideShowNumber(rows.length) : formatNumber(rows.length));
}

/** Explains why a comment from a pause did not count, and reports if no unit is left for it. */
export function pausedMeta(state: ShowState, comment: Comment): string {
  const [proposal] = proposalsOf(state, comment);
  const reason = $localize`:@@console.needs.paused-reason:not counted, because the show was paused`;
  return proposal?.item && proposal.left === 0
    ? $localize`:@@console.needs.none-left:${reason}:reason: · #${proposal.item.itemNumber}:number:: none left`
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

function viewerCountText(row: ReviewRow | NumberRow): string {
  const viewers = viewerCount(row);
  return viewers === 1
    ? $localize`:@@console.count.viewer:1 viewer`
    : $localize`:@@console.count.viewers:${formatNumber(viewers)}:count: viewers`;
}
