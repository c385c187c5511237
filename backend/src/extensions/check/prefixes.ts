/** Prefix of an extension's own tables: `x_outgoing_webhooks_`. */
export const tablePrefix = (name: string): string => `x_${name.replaceAll('-', '_')}_`;

/** Prefix of an extension's own routes, without slashes at its ends: `api/x/outgoing-webhooks`. */
export const routePrefix = (name: string): string => `api/x/${name}`;

/**
 * The extension to which a table or another object of the database belongs by its name; the longest prefix
 * decides. Undefined for those of the product.
 */
export const ownerOfTable = (table: string, names: readonly string[]): string | undefined =>
  names
    .filter((name) => table.startsWith(tablePrefix(name)))
    .sort((a, b) => b.length - a.length)
    .at(0);
