/** Placeholder for an item without a title. */
export const NO_TITLE = $localize`:@@console.item.no-title:No title`;
