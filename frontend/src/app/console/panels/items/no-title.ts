/** Shown instead of the title of an item that has none. */
export const NO_TITLE = $localize`:@@console.item.no-title:No title`;
