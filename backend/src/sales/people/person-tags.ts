import type { TagReader } from '../../shows';
import { tidyTag } from './profiles';

/** Reads the fact `tags` for allocation policies. An account has its person's tags. */
export const readTagsOfBuyers: TagReader = async (reader, buyerIds, tags) => {
  const requestedTags = tags.map((tag) => ({ tag, canonicalTag: tidyTag(tag) }));
  const rows = await reader.query<{ id: string; tags: string[] }>(
    `SELECT b.id, p.tags FROM unnest($1::uuid[]) AS b(id) LEFT JOIN person_accounts a ON a.buyer_id = b.id
     JOIN people p ON p.id = coalesce(a.person_id, b.id) WHERE p.tags && $2::text[]`,
    [buyerIds, requestedTags.map(({ canonicalTag }) => canonicalTag)],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      requestedTags.filter(({ canonicalTag }) => row.tags.includes(canonicalTag)).map(({ tag }) => tag),
    ]),
  );
};
