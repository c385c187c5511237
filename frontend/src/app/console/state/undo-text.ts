import type { ClaimStatus } from '@sellary/contracts';
import { unitCount } from './counts';

/** Clauses that describe what undoing an act does. */
export const undoText = {
  backToBuyer: (number: string, buyer: string): string =>
    $localize`:@@console.undo.back-to-buyer:#${number}:number: goes back to ${buyer}:buyer:`,
  waitsAs: (buyer: string, position: number): string =>
    $localize`:@@console.undo.waits-as:${buyer}:buyer: waits at position ${position}:rank:`,
  waitsAgain: (buyer: string): string => $localize`:@@console.undo.waits-again:${buyer}:buyer: waits again`,
  keepsPlace: (buyer: string, number: string): string =>
    $localize`:@@console.undo.keeps-place:${buyer}:buyer: gets back the place for #${number}:number:`,
  /** @param status of the removed claim */
  claimRemoved: (buyer: string, number: string, status: ClaimStatus): string =>
    status === 'winner'
      ? $localize`:@@console.undo.loses-item:${buyer}:buyer: loses #${number}:number:`
      : $localize`:@@console.undo.stops-waiting:${buyer}:buyer: no longer waits for #${number}:number:`,
  returnToNeedsYou: (comments: number): string =>
    comments === 1
      ? $localize`:@@console.undo.comment-returns:the comment returns to Needs you`
      : $localize`:@@console.undo.comments-return:${comments}:count: comments return to Needs you`,
  backOnSale: (number: string): string =>
    $localize`:@@console.undo.back-on-sale:#${number}:number: is on sale again`,
  withdrawnAgain: (number: string): string =>
    $localize`:@@console.undo.withdrawn-again:#${number}:number: is withdrawn again`,
  itemsRemoved: (numbers: readonly string[]): string =>
    numbers.length === 1
      ? $localize`:@@console.undo.item-removed:#${numbers[0] ?? ''}:number: is removed`
      : $localize`:@@console.undo.items-removed:${numbers.length}:count: items are removed`,
  backToUnits: (number: string | undefined, units: number): string =>
    number === undefined
      ? $localize`:@@console.undo.units:the item goes back to ${unitCount(units)}:units:`
      : $localize`:@@console.undo.item-units:#${number}:number: goes back to ${unitCount(units)}:units:`,
};
