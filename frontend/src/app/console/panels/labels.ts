/**
 * Labels for buttons and other controls that name their object. Angular cannot translate an `aria-label` that
 * contains a value.
 */
export const labels = {
  openItem: (number: string): string => $localize`:@@console.label.open-item:Open item ${number}:number:`,
  addItem: (number: string): string => $localize`:@@console.label.add-item:Add item ${number}:number:`,
  showPrevious: (number: string): string =>
    $localize`:@@console.label.show-previous:Show the previous item, #${number}:number:`,
  switchTo: (number: string): string => $localize`:@@console.label.switch-to:Switch to #${number}:number:`,
  declineSwitch: (number: string): string =>
    $localize`:@@console.label.decline-switch:Do not switch to #${number}:number:`,
  moreWinners: (count: number, number: string): string =>
    $localize`:@@console.label.more-winners:More winners: ${count}:count:. Open item ${number}:number:`,
  addUnit: (variant: string): string =>
    $localize`:@@console.label.add-unit:Add 1 unit of ${variant}:variant:`,
  removeUnit: (variant: string): string =>
    $localize`:@@console.label.remove-unit:Remove 1 unit of ${variant}:variant:`,
  award: (number: string, buyer: string): string =>
    $localize`:@@console.label.award:Award #${number}:number: to ${buyer}:buyer:`,
  release: (buyer: string, number: string): string =>
    $localize`:@@console.label.release:Release ${buyer}:buyer: from #${number}:number:`,
  undoRelease: (buyer: string): string =>
    $localize`:@@console.label.undo-release:Undo ${buyer}:buyer:’s release`,
  undoAward: (buyer: string): string => $localize`:@@console.label.undo-award:Undo ${buyer}:buyer:’s award`,
  fold: (number: string, text: string): string =>
    $localize`:Claims for one number@@console.label.fold:#${number}:number:: ${text}:text:`,
  undo: (effect: string): string => $localize`:@@console.label.undo:Undo: ${effect}:effect:`,
};
