import { actorName, isSameUser } from '../../../ui/actor-name';
import { clock } from '../../../ui/times';
import type { NeedsRow } from '../../state/needs-rows';
import type { ShowState } from '../../state/show-state';
import { itemOfKey } from './proposals';

/** Explains why a row is no longer open: it was resolved on another console, or its problem is over. */
export function endText(row: NeedsRow, state: ShowState | null, userId: string | undefined): string {
  switch (row.kind) {
    case 'review': {
      const last = row.comments
        .map(({ id }) => state?.resolved.get(id))
        .findLast((resolution) => resolution !== undefined);
      if (!last) return $localize`:@@console.needs.end.review:No longer open`;
      const time = clock(last.at);
      if (isSameUser(last.by, userId)) {
        return last.resolution === 'accepted'
          ? $localize`:@@console.needs.end.accepted-by-me:You accepted this at ${time}:time:.`
          : $localize`:@@console.needs.end.dismissed-by-me:You dismissed this at ${time}:time:.`;
      }
      const name = actorName(last.by);
      return last.resolution === 'accepted'
        ? $localize`:@@console.needs.end.accepted:${name}:operator: accepted this at ${time}:time:.`
        : $localize`:@@console.needs.end.dismissed:${name}:operator: dismissed this at ${time}:time:.`;
    }
    case 'number':
      if (state?.show.dismissedNumbers.some(({ itemNumber }) => itemNumber === row.number) === true) {
        return $localize`:@@console.needs.end.number-dismissed:Another operator dismissed this number.`;
      }
      return state && itemOfKey(state, row.number)
        ? $localize`:@@console.needs.end.item-added:Item ${row.number}:number: was added.`
        : $localize`:@@console.needs.end.number:No longer open`;
    case 'source':
      return $localize`:@@console.needs.end.source:The problem is resolved.`;
    case 'flag':
      return $localize`:@@console.needs.end.flag:The flag was removed.`;
    case 'deleted':
    case 'paused':
    case 'fold':
      return $localize`:@@console.needs.end.review:No longer open`;
  }
}
