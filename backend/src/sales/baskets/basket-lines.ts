import type { BasketLine } from '@sellary/contracts';
import type { Reader } from '../../kernel';

/** Joins for `FROM basket_lines n`: the claim `c`, its show `s`, and the ledger row `won` in which it won. */
export const LINE_JOINS = `LEFT JOIN claims c ON c.id = n.claim_id LEFT JOIN shows s ON s.id = c.show_id
  LEFT JOIN show_events won ON won.show_id = c.show_id AND won.seq = c.won_seq`;
/** A written line is always counted. Any other line is counted while its claim is a winner and unpaid. */
export const LINE_IS_COUNTED = `(n.written IS NOT NULL OR (c.status = 'winner' AND NOT c.paid))`;
export const PRICE = `(CASE WHEN n.written IS NULL THEN c.price ELSE n.price END)`;
export const WON_AT = `(CASE WHEN n.written IS NULL THEN won.at ELSE (n.written->>'wonAt')::timestamptz END)`;

interface LineRow extends Omit<
  BasketLine,
  'variant' | 'variantAsked' | 'price' | 'wonAt' | 'claimId' | 'buyer' | 'photo'
> {
  basketId: string;
  lineId: string;
  claimId: string | null;
  itemId: string;
  itemKey: string | null;
  photo: string | null;
  variant: string | null;
  variantAsked: string | null;
  price: number | null;
  wonAt: Date;
  buyerId: string;
  platform: string;
  handle: string;
}

/** A line with its id and its basket. */
export interface StoredLine extends BasketLine {
  lineId: string;
  basketId: string;
}

/** Reads the lines of these baskets, sorted by show and item. */
export async function readLines(reader: Reader, basketIds: readonly string[]): Promise<StoredLine[]> {
  if (basketIds.length === 0) return [];
  const rows = await reader.query<LineRow>(
    `SELECT n.id AS "lineId", n.basket_id AS "basketId", n.claim_id AS "claimId", ${PRICE} AS price, ${WON_AT} AS "wonAt",
       coalesce(n.written->>'showId', s.id::text) AS "showId", coalesce(n.written->>'showName', s.name) AS "showName",
       coalesce(n.written->>'itemId', i.id::text) AS "itemId", coalesce(n.written->>'itemNumber', i.item_number) AS "itemNumber",
       i.photo, CASE WHEN n.written IS NULL THEN i.title ELSE n.written->>'title' END AS title,
       CASE WHEN n.written IS NULL THEN substring(c.item_key FROM '/(.*)$') ELSE n.written->>'variant' END AS variant,
       CASE WHEN n.written IS NULL THEN c.why->>'variantAsked' ELSE n.written->>'variantAsked' END AS "variantAsked",
       o.id AS "buyerId", o.platform, o.handle
     FROM basket_lines n JOIN baskets k ON k.id = n.basket_id ${LINE_JOINS} LEFT JOIN show_items i ON i.id = c.item_id
     JOIN buyers o ON o.id = coalesce(c.buyer_id, k.person_id)
     WHERE n.basket_id = ANY($1::uuid[]) AND ${LINE_IS_COUNTED}
     ORDER BY s.created_at NULLS FIRST, "showId", i.position, "itemNumber", variant, c.unit, n.id`,
    [basketIds],
  );
  return rows.map(toLine);
}

const toLine = (row: LineRow): StoredLine => ({
  lineId: row.lineId,
  basketId: row.basketId,
  claimId: row.claimId ?? '',
  showId: row.showId,
  showName: row.showName,
  itemId: row.itemId,
  itemNumber: row.itemNumber,
  title: row.title,
  ...(row.photo === null ? {} : { photo: row.photo }),
  ...(row.variant === null ? {} : { variant: row.variant }),
  ...(row.variant !== null || row.variantAsked === null ? {} : { variantAsked: row.variantAsked }),
  ...(row.price === null ? {} : { price: row.price }),
  wonAt: row.wonAt.toISOString(),
  buyer: { id: row.buyerId, platform: row.platform, handle: row.handle },
});

/** The line as the API returns it. */
export const toBasketLine = ({ lineId, basketId, ...line }: StoredLine): BasketLine => line;
