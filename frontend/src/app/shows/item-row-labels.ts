/** Names of the controls in an item's row, for screen readers. */
export const itemRowLabels = (number: string) => ({
  title: $localize`:@@shows.item.title-label:Title of #${number}:number:`,
  units: $localize`:@@shows.item.units-label:Units of #${number}:number:`,
  variants: $localize`:Sizes or colors of an item@@shows.item.variants-label:Variants of #${number}:number:`,
  price: $localize`:@@shows.item.price-label:Price of #${number}:number:`,
  comparePrice: $localize`:An earlier or usual price@@shows.item.compare-label:Compare-at price of #${number}:number:`,
  code: $localize`:A SKU or barcode@@shows.item.code-label:Code of #${number}:number:`,
  variantCode: (variant: string) =>
    $localize`:A SKU or barcode of a size or color@@shows.item.variant-code-label:Code of #${number}:number:, ${variant}:variant:`,
  move: $localize`:@@shows.item.move-label:Move #${number}:number:: drag, or press the up and down arrow keys`,
  delete: $localize`:@@shows.item.delete-label:Delete #${number}:number:`,
});
