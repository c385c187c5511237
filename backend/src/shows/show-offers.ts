import type { PlatformId, ShowRules } from '@sellary/contracts';
import type { Reader } from '../kernel';
import { rulesOf } from './rules/show-rules';

/** A live show's items, claim words, and pass words, for one of its broadcasts. */
export interface ShowOffer extends Pick<ShowRules, 'claimWords' | 'passWords'> {
  liveId: string;
  /** Item numbers, in the operator's order. */
  items: string[];
  /** Variant names by item number, only for items with variants. */
  variants: Record<string, string[]>;
}

/**
 * Returns the offers for one live show's broadcasts, or for all live shows' broadcasts if `showId` is null.
 */
export async function readOffers(
  reader: Reader,
  platforms: PlatformId[],
  showId: string | null,
): Promise<ShowOffer[]> {
  const rows = await reader.query<{
    live_id: string;
    rules: Partial<ShowRules>;
    items: { number: string; variants: string[] | null }[];
  }>(
    `SELECT s.live_id, w.rules, ARRAY(
       SELECT json_build_object('number', i.item_number, 'variants', jsonb_path_query_array(i.variants, '$[*].name'))
       FROM show_items i WHERE i.show_id = w.id ORDER BY i.position) AS items
     FROM show_sources s JOIN shows w ON w.id = s.show_id
     WHERE w.status = 'active' AND s.live_id IS NOT NULL AND s.platform = ANY($1) AND ($2::uuid IS NULL OR w.id = $2)`,
    [platforms, showId],
  );
  return rows.map((row) => {
    const { claimWords, passWords } = rulesOf(row);
    return {
      liveId: row.live_id,
      claimWords,
      passWords,
      items: row.items.map(({ number }) => number),
      variants: Object.fromEntries(
        row.items.flatMap(({ number, variants }) => (variants === null ? [] : [[number, variants]])),
      ),
    };
  });
}
