import { type NeedsRow, type SourceRow, commentOf } from '../../state/needs-rows';
import type { ShowState } from '../../state/show-state';
import { numberOf } from '../../state/stock-lines';
import { buyerName } from '../../../ui/buyer-name';
import { labels } from '../labels';
import { repairPlace } from '../strip/source-problem';
import { acceptGroupText } from './need-text';
import { proposalsOf } from './proposals';

/** Key of the object that a row's acts change. Only one act at a time runs on an object. */
export function objectKeyOf(row: NeedsRow): string {
  if (row.kind === 'deleted') return row.claim.id;
  return row.kind === 'number' ? `number-${row.number}` : row.key;
}

/** True if dismissing the row, or every row of a fold, does something. */
export function canDismiss(row: NeedsRow): boolean {
  if (row.kind === 'fold') return row.group !== 'flags' && row.group !== 'deleted';
  return row.kind !== 'flag';
}

/**
 * The text of a row's accept button, or null if the row has no such button. `needsChoice` is true if the
 * operator must choose an item or variant. `count` is the number of comments that counting the word accepts,
 * if known. The others stay in review.
 */
export function acceptLabel(
  row: NeedsRow,
  state: ShowState | null,
  { needsChoice = false, count = null }: { needsChoice?: boolean; count?: number | null } = {},
): string | null {
  switch (row.kind) {
    case 'review':
      if (needsChoice) {
        return row.comments.length === 1 ? $localize`:@@console.needs.choose-item:Choose…` : null;
      }
      if (row.comments.length === 1) return $localize`:@@console.needs.accept:Accept`;
      if (row.question.kind === 'word' && count !== null && count < row.comments.length) {
        return $localize`:Button that makes a word a claim word, with the number of comments that it accepts@@console.needs.count-some:Always count (${count}:count: of ${row.comments.length}:total:)`;
      }
      return row.question.kind === 'word'
        ? $localize`:Button that makes a word a claim word@@console.needs.count-it:Always count it`
        : acceptGroupText(row);
    case 'number':
      return $localize`:@@console.needs.add-item:Add item`;
    case 'paused': {
      const proposal = state && proposalsOf(state, row.comment)[0];
      return proposal?.item && proposal.canAward
        ? $localize`:@@console.needs.award-item:Award #${proposal.item.itemNumber}:number:`
        : null;
    }
    case 'deleted':
      return $localize`:@@console.needs.release:Release`;
    case 'source':
      return repairLabel(row);
    case 'flag':
    case 'fold':
      return null;
  }
}

/** The text of a source's repair button, or null if the console cannot repair the source. */
function repairLabel({ source }: SourceRow): string | null {
  if (source.problem === 'CLOCK_WAS_AHEAD') {
    return $localize`:@@console.needs.pause-and-resume:Pause and resume`;
  }
  const needsBroadcast = repairPlace(source) === 'broadcast';
  if (source.successor && (needsBroadcast || source.problem === undefined)) {
    return $localize`:@@console.needs.use-successor:Use new broadcast`;
  }
  return needsBroadcast ? $localize`:@@console.needs.choose-broadcast:Choose broadcast` : null;
}

/** The accept button's name for screen readers, which is unique because it names the button's object. */
export function acceptName(row: NeedsRow, label: string, title: string): string {
  if (row.kind === 'number') return labels.addItem(row.number);
  if (row.kind === 'deleted') return labels.release(buyerName(row.claim.buyer), numberOf(row.claim));
  const comment = commentOf(row);
  return `${label}: ${comment ? `${buyerName(comment.buyer)}: ${comment.text}` : title}`;
}
