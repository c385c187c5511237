/**
 * A stock line is an item without variants, or one variant of an item, with its own units and its own
 * waitlist. Its key is the item's key, followed by `/` and the variant's name if there is one. An item's key
 * never contains a slash.
 */

export const lineKey = (itemKey: string, variant: string | undefined): string =>
  variant === undefined ? itemKey : `${itemKey}/${variant}`;

export function itemKeyOf(key: string): string {
  const slash = key.indexOf('/');
  return slash === -1 ? key : key.slice(0, slash);
}

/** Name of the line's variant; undefined for an item without variants. */
export function variantOf(key: string): string | undefined {
  const slash = key.indexOf('/');
  return slash === -1 ? undefined : key.slice(slash + 1);
}

/** Key of the line that an intent asks for; the item's key if the intent specifies no listed variant. */
export const askedLine = ({
  item,
  variant,
  listed,
}: {
  item: string;
  variant?: string;
  listed?: true;
}): string => lineKey(item, listed === true ? variant : undefined);
