/** Prefix of the tables of an extension: `x_outgoing_webhooks_`. */
export const tablePrefix = (name: string): string => `x_${name.replaceAll('-', '_')}_`;

/** Prefix of the routes of an extension, without slashes at its ends: `api/x/outgoing-webhooks`. */
export const routePrefix = (name: string): string => `api/x/${name}`;

/**
 * The extension that owns a table or another database object, decided by the longest prefix of its name.
 * Undefined for objects of the product.
 */
export const ownerOfObject = (objectName: string, names: readonly string[]): string | undefined =>
  names
    .filter((name) => objectName.startsWith(tablePrefix(name)))
    .sort((a, b) => b.length - a.length)
    .at(0);
