import type { SalesTable } from '@sellary/contracts';

/**
 * The sum of each basket's extra lines, attached to the basket's first unit so that it is counted once
 * however the units are grouped. Expired and canceled baskets are left out because nothing is owed for them.
 */
const EXTRAS = `SELECT DISTINCT ON (b.id) n.claim_id, (SELECT sum((e->>'amount')::bigint) FROM jsonb_array_elements(b.extras) e) AS amount
  FROM baskets b JOIN basket_lines n ON n.basket_id = b.id AND n.active JOIN claims c ON c.id = n.claim_id
  WHERE b.workspace_id = $1 AND b.extras <> '[]' AND b.state NOT IN ('expired', 'cancelled')
    AND c.status = 'winner' AND c.paid = (n.written IS NOT NULL)
  ORDER BY b.id, c.claimed_at, c.id`;

/**
 * Units won in the period: `$1` workspace, `$2` start, `$3` end. A unit is counted on the day of its claim.
 * Every sales figure in a report comes from these rows. The conditions on the show's times only narrow the
 * search. They never exclude a claim in the period, because every transaction that writes ledger rows updates
 * the show's `updated_at`.
 */
const WON = `SELECT c.id, c.price, c.paid, coalesce(x.amount, 0) AS extras, c.buyer_id, c.item_id, c.show_id, c.claimed_at,
    s.currency->>'code' AS code, (s.currency->>'digits')::int AS digits
  FROM shows s JOIN claims c ON c.show_id = s.id LEFT JOIN (${EXTRAS}) x ON x.claim_id = c.id
  WHERE s.workspace_id = $1 AND s.created_at < $3 AND s.updated_at >= $2
    AND c.status = 'winner' AND c.claimed_at >= $2 AND c.claimed_at < $3`;

/** Shows in one currency: `$4` code, `$5` digits, both null for shows without prices. */
const IN_CURRENCY = (code: string, digits: string): string =>
  `${code} IS NOT DISTINCT FROM $4::text AND ${digits} IS NOT DISTINCT FROM $5::int`;
const WON_IN_CURRENCY = `SELECT w.* FROM (${WON}) w WHERE ${IN_CURRENCY('w.code', 'w.digits')}`;

/** Sums are text because the sum of safe integers may exceed the largest safe integer. */
const AMOUNT = `coalesce(sum(w.price), 0)::text AS amount`;
const UNIT_TOTAL = 'coalesce(w.price, 0) + w.extras';
/** The amount and the `Payments` columns. */
const MONEY = `${AMOUNT}, sum(w.extras)::text AS extras,
  coalesce(sum(${UNIT_TOTAL}) FILTER (WHERE w.paid), 0)::text AS paid, coalesce(sum(${UNIT_TOTAL}) FILTER (WHERE NOT w.paid), 0)::text AS unpaid`;
const PERSON_JOIN = `LEFT JOIN person_accounts a ON a.buyer_id = w.buyer_id`;
const PERSON_ID = `coalesce(a.person_id, w.buyer_id)`;

/**
 * Totals for the period, each currency, and each quarter hour. A quarter hour never spans two days, in any
 * time zone.
 */
export const TOTALS = `WITH won AS MATERIALIZED (SELECT w.*, ${PERSON_ID} AS person_id FROM (${WON}) w ${PERSON_JOIN})
  SELECT (SELECT json_build_object('units', count(*), 'buyers', count(DISTINCT person_id), 'shows', count(DISTINCT show_id)) FROM won) AS totals,
    coalesce((SELECT json_agg(t ORDER BY t.units DESC, t.code) FROM (SELECT w.code, w.digits, count(*) AS units, count(*) - count(w.price) AS unpriced, ${MONEY},
      count(DISTINCT w.person_id) AS buyers, count(DISTINCT w.show_id) AS shows FROM won w GROUP BY w.code, w.digits) t), '[]'::json) AS currencies,
    coalesce((SELECT json_agg(t) FROM (SELECT w.code, w.digits, floor(extract(epoch FROM w.claimed_at) / 900)::bigint AS slot, count(*) AS units, ${MONEY}
      FROM won w GROUP BY 1, 2, 3) t), '[]'::json) AS slots`;

const ITEMS = `SELECT min(i.id::text)::uuid AS id, max(i.item_number) AS "itemNumber", i.title, sum(w.units)::int AS units, sum(w.amount)::text AS amount,
    count(DISTINCT i.show_id)::int AS shows
  FROM (SELECT w.item_id, count(*) AS units, coalesce(sum(w.price), 0) AS amount FROM (${WON_IN_CURRENCY}) w GROUP BY w.item_id) w
  JOIN show_items i ON i.id = w.item_id GROUP BY i.item_key, i.title`;

const BUYERS = `SELECT p.id, n.name, b.platform, b.platform_user_id AS "platformUserId", b.handle, b.display_name AS "displayName", b.hidden, p.units, p.amount, p.extras, p.paid, p.unpaid, p.shows
  FROM (SELECT ${PERSON_ID} AS id, count(*)::int AS units, ${MONEY}, count(DISTINCT w.show_id)::int AS shows
    FROM (${WON_IN_CURRENCY}) w ${PERSON_JOIN} GROUP BY 1) p
  JOIN buyers b ON b.id = p.id LEFT JOIN people n ON n.id = p.id`;

const SHOWS = `SELECT s.id, s.name, s.started_at AS "startedAt", f.units, f.amount, f.extras, f.paid, f.unpaid, f.buyers
  FROM (SELECT w.show_id, count(*)::int AS units, ${MONEY}, count(DISTINCT ${PERSON_ID})::int AS buyers
    FROM (${WON_IN_CURRENCY}) w ${PERSON_JOIN} GROUP BY w.show_id) f JOIN shows s ON s.id = f.show_id`;

/** The unsold units' total price. A variant's price may differ from its item's price. */
const UNSOLD_AMOUNT = `coalesce(CASE WHEN i.variants IS NULL THEN (i.total_quantity - i.claimed_count)::bigint * i.price
  ELSE (SELECT sum(((v->>'total')::bigint - (v->>'claimed')::bigint) * coalesce((v->>'price')::bigint, i.price)) FROM jsonb_array_elements(i.variants) v) END, 0)::text`;
const UNSOLD = `SELECT i.id, i.item_number AS "itemNumber", i.title, s.id AS "showId", s.name AS "showName",
    i.total_quantity - i.claimed_count AS units, i.total_quantity AS "totalQuantity", ${UNSOLD_AMOUNT} AS amount
  FROM shows s JOIN show_items i ON i.show_id = s.id
  WHERE s.workspace_id = $1 AND s.started_at >= $2 AND s.started_at < $3 AND ${IN_CURRENCY(`s.currency->>'code'`, `(s.currency->>'digits')::int`)}
    AND i.claimed_count < i.total_quantity AND i.withdrawn_at IS NULL`;

/** Queries for each table's rows, unsorted. */
const TABLES: Record<SalesTable, string> = {
  items: ITEMS,
  buyers: BUYERS,
  shows: SHOWS,
  unsold: UNSOLD,
};

/** Rows are sorted by amount, or by units if the shows sell without prices. */
const RANK = `CASE WHEN $4::text IS NULL THEN t.units ELSE t.amount::numeric END`;

/**
 * A page of a table, highest amount first. It begins after rank `$6` and id `$7`, and has at most `$8` rows.
 */
export const pageQuery = (table: SalesTable): string =>
  `SELECT t.* FROM (SELECT t.*, ${RANK} AS rank FROM (${TABLES[table]}) t) t
   WHERE $6::numeric IS NULL OR t.rank < $6 OR (t.rank = $6 AND t.id > $7::uuid) ORDER BY t.rank DESC, t.id LIMIT $8`;

/** All rows of a table for a file, in the same order as its pages. */
export const exportQuery = (table: SalesTable, columns: string): string =>
  `SELECT ${columns} FROM (SELECT t.*, ${RANK} AS rank FROM (${TABLES[table]}) t) t ORDER BY t.rank DESC, t.id`;
