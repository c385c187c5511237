/**
 * An item is one stock line, with its units and its waitlist. An item with variants is a group of them, one
 * for each variant. The key of a line is the item's key, followed by `/` and the variant's name if it has one;
 * an item's key never contains a slash.
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

/** The line that an intent asks for, if it names one. */
export const askedLine = ({
  item,
  variant,
  listed,
}: {
  item: string;
  variant?: string;
  listed?: true;
}): string => lineKey(item, listed === true ? variant : undefined);
