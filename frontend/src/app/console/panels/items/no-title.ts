/** Stands in for the title of an item without one. */
export const NO_TITLE = $localize`:@@console.item.no-title:No title`;
