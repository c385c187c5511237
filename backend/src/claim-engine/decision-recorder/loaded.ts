import type { ClaimRecord } from '../records/claim-record';
import type { ItemRecord } from '../records/item-record';

/**
 * Rows loaded for a batch: records by id, and each buyer's number of wins in the show. Decisions change them.
 */
export interface LoadedRows {
  items: Map<string, ItemRecord>;
  claims: Map<string, ClaimRecord>;
  wins: Map<string, number>;
}

/** @throws if a decision refers to the item but it is not loaded */
export function loadedItem({ items }: LoadedRows, id: string): ItemRecord {
  const record = items.get(id);
  if (record === undefined) throw new Error(`A decision refers to item ${id}, which is not loaded`);
  return record;
}
