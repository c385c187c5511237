import type { Reader } from '../../kernel';
import type { LockedShow } from '../../shows';
import type { BoardState } from '../domain/allocation';
import { neededFacts, type ShowWithCatalog, showState } from './show-state';

type TagsByBuyer = NonNullable<BoardState['tags']>;

const NO_TAGS: TagsByBuyer = new Map();

/**
 * Reads the tags that the show's policy asks about. Skips the query if the policy does not need any.
 * `buyerIds` are the buyers in the decision and the buyers waiting in line.
 */
export async function readTags(
  reader: Reader,
  show: ShowWithCatalog,
  buyerIds: () => Iterable<string>,
): Promise<TagsByBuyer> {
  const { tags = [] } = showState(show).policy;
  if (!neededFacts(show).has('tags') || tags.length === 0) return NO_TAGS;
  const ids = [...new Set(buyerIds())];
  return ids.length === 0 ? NO_TAGS : show.catalog.readTags(reader, ids, tags);
}

/**
 * Reads the tags for the next decision, and records them before the decision, so that a replay uses the same
 * tags.
 */
export async function recordTags(show: LockedShow, buyerIds: () => Iterable<string>): Promise<TagsByBuyer> {
  const tags = await readTags(show.tx, show, buyerIds);
  if (tags.size > 0) {
    const sorted = [...tags].sort(([a], [b]) => (a < b ? -1 : 1));
    show.record('facts.read', { tags: Object.fromEntries(sorted.map(([id, names]) => [id, [...names]])) });
  }
  return tags;
}
