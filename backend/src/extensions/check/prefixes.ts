/** Returns an extension's table prefix, such as `x_outgoing_webhooks_`. */
export const tablePrefix = (name: string): string => `x_${name.replaceAll('-', '_')}_`;

/**
 * Returns an extension's route prefix, without leading or trailing slashes, such as
 * `api/x/outgoing-webhooks`.
 */
export const routePrefix = (name: string): string => `api/x/${name}`;

/**
 * Returns the extension that owns a table or another database object, decided by the longest matching prefix,
 * or undefined for the product's own objects.
 */
export const ownerOfObject = (objectName: string, names: readonly string[]): string | undefined =>
  names
    .filter((name) => objectName.startsWith(tablePrefix(name)))
    .sort((a, b) => b.length - a.length)
    .at(0);
