import 'reflect-metadata';
import type { Show } from '@sellary/contracts';
import { get } from 'node:http';
import { startBenchApp, type BenchApp } from './stage';
import { print, run } from './run';
import { CLAIMS_PER_SHOW, fillYear, MONTH_QUERY, YEAR_QUERY } from './year-of-sales';

const CLAIMS_PER_BUYER = 10;
const SAMPLE_EVERY_MS = 20;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * Adds claims directly to the database, because reports depend only on database rows. Every fourth claim
 * wins.
 */
async function fill(stage: BenchApp, show: Show, claims: number): Promise<void> {
  const [row] = await stage.dataSource.query<{ workspace_id: string }[]>(
    'SELECT workspace_id FROM shows WHERE id = $1',
    [show.id],
  );
  await stage.dataSource.query(
    `WITH made AS (
       INSERT INTO buyers (id, workspace_id, platform, platform_user_id, handle, display_name, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'rehearsal', $2 || '-' || n, 'viewer.' || n, 'Viewer ' || n, now(), now() FROM generate_series(1, $3) n
       RETURNING id)
     INSERT INTO claims (id, show_id, item_id, item_key, buyer_id, status, place, why, claimed_at, received_at, created_at, updated_at)
     SELECT gen_random_uuid(), i.show_id, i.id, i.item_number, b.id, CASE WHEN t.n % 4 = 0 THEN 'winner' ELSE 'waitlist' END, t.n, '{}',
       t.at, t.at, t.at, t.at
     FROM (SELECT id, row_number() OVER () AS n FROM made) b
     CROSS JOIN (SELECT show_id, id, item_number, row_number() OVER (ORDER BY position) AS n FROM show_items WHERE show_id = $4 LIMIT $5) i
     CROSS JOIN LATERAL (SELECT (b.n - 1) * $5 + i.n AS n, now() + ((b.n - 1) * $5 + i.n) * interval '2 hours' / ($3 * $5) AS at) t`,
    [row?.workspace_id, show.id, Math.ceil(claims / CLAIMS_PER_BUYER), show.id, CLAIMS_PER_BUYER],
  );
  await stage.dataSource.query('ANALYZE buyers, claims');
}

interface Measurement {
  ms: number;
  bytes: number;
  /** Maximum growth of the process's memory, in bytes. The process also runs the benchmark itself. */
  memory: number;
}

/** @returns the response size in bytes */
function download(url: string, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
      response.on('error', reject);
    }).on('error', reject);
  });
}

async function read(stage: BenchApp, path: string): Promise<Measurement> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), SAMPLE_EVERY_MS);
  const started = performance.now();
  const bytes = await download(`${stage.url}${path}`, stage.token);
  clearInterval(sampler);
  return { ms: performance.now() - started, bytes, memory: peak - before };
}

/** Requests the path, and prints the time, size, and memory. */
async function measure(stage: BenchApp, name: string, path: string): Promise<void> {
  const { ms, bytes, memory } = await read(stage, path);
  print(
    `  ${name.padEnd(32)} ${ms.toFixed(0).padStart(6)} ms  ${megabytes(bytes).padStart(9)}  memory +${megabytes(memory)}`,
  );
}

async function main(): Promise<void> {
  const maxClaims = Number(process.argv[2] ?? 100_000);
  const stage = await startBenchApp();
  try {
    for (const claims of [1_000, maxClaims / 10, maxClaims]) {
      const show = await stage.newShow();
      await fill(stage, show, claims);
      print(`${claims.toLocaleString('en')} claims`);
      for (const report of [
        'summary',
        'buyers',
        'buyers?q=er.99',
        'export?type=claims',
        'export?type=claims&format=xlsx',
        'export?type=buyers',
      ]) {
        await measure(stage, report, `/api/shows/${show.id}/${report}`);
      }
    }
    const shows = await fillYear(stage);
    print(`${shows} shows in a year, ${CLAIMS_PER_SHOW.toLocaleString('en')} claims each, half of them won`);
    await measure(stage, 'sales of the year', `/api/reports/sales?${YEAR_QUERY}`);
    await measure(stage, 'sales of the last month', `/api/reports/sales?${MONTH_QUERY}`);
    print(`whole process at the end: ${megabytes(process.memoryUsage().rss)}`);
  } finally {
    await stage.close();
  }
}

run(main);
