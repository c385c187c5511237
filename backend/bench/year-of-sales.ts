import type { BenchApp } from './stage';

const SHOWS = 200;
const BUYERS = 200;
const ITEMS_PER_SHOW = 10;
const DAY_MS = 86_400_000;
const YEAR_DAYS = 364;

/** Claims per show: every buyer claims every item. */
export const CLAIMS_PER_SHOW = BUYERS * ITEMS_PER_SHOW;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A period that ends today, as query parameters. */
function periodQuery(days: number): string {
  const now = Date.now();
  return `from=${dayOf(now - days * DAY_MS)}&to=${dayOf(now)}&timeZone=UTC`;
}

export const YEAR_QUERY = periodQuery(YEAR_DAYS);
export const MONTH_QUERY = periodQuery(30);

/**
 * Creates shows spread over a year, and adds claims directly to the database, because reports depend only on
 * database rows. Half of the claims win, and each of these has a price.
 * @returns the number of shows
 */
export async function fillYear(stage: BenchApp): Promise<number> {
  const { dataSource } = stage;
  await dataSource.query(
    `INSERT INTO buyers (id, workspace_id, platform, platform_user_id, handle, display_name, created_at, updated_at)
     SELECT gen_random_uuid(), w.id, 'rehearsal', 'year-' || n, 'year.' || n, 'Viewer ' || n, now(), now()
     FROM workspaces w, generate_series(1, $1) n`,
    [BUYERS],
  );
  for (let index = 0; index < SHOWS; index += 1) {
    const { id } = await stage.newShow();
    const days = Math.floor((index * YEAR_DAYS) / SHOWS);
    await dataSource.query(
      `INSERT INTO claims (id, show_id, item_id, item_key, buyer_id, status, place, price, why, claimed_at, received_at, created_at, updated_at)
       SELECT gen_random_uuid(), i.show_id, i.id, i.item_key, b.id, CASE WHEN b.n % 2 = 0 THEN 'winner' ELSE 'waitlist' END, b.n,
         CASE WHEN b.n % 2 = 0 THEN 1990 END, '{}', t.at, t.at, t.at, t.at
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM buyers WHERE platform_user_id LIKE 'year-%') b
       CROSS JOIN (SELECT show_id, id, item_key FROM show_items WHERE show_id = $1 ORDER BY position LIMIT $2) i
       CROSS JOIN LATERAL (SELECT now() - $3 * interval '1 day' + b.n * interval '30 seconds' AS at) t`,
      [id, ITEMS_PER_SHOW, days],
    );
    await dataSource.query(
      `UPDATE shows SET currency = '{"code": "EUR", "digits": 2}', created_at = now() - $2 * interval '1 day',
         updated_at = now() - $2 * interval '1 day' + interval '2 hours' WHERE id = $1`,
      [id, days],
    );
  }
  await dataSource.query('ANALYZE buyers, claims, shows');
  return SHOWS;
}
