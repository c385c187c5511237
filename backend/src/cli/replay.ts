import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { BUILT_IN_RULES, reparse, Replay, type ReplayReport } from '../claim-engine';
import { createDataSource, isUuid, messageOf, poolReader, Transactions } from '../kernel';
import { ENTITIES, MIGRATIONS } from '../persistence';
import { RuleCatalog } from '../shows';
import { configuredExtensions } from './configured-extensions';

const USAGE =
  'Usage, with DATABASE_URL set: npm run replay -- <show id> [--reparse], or npm run replay -- --all';
/** Policies and grammars from the server and from the extensions in EXTENSIONS. */
const catalog = new RuleCatalog();

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run replay -- <show id> [--reparse]`, or `npm run replay -- --all`, against DATABASE_URL. Exits with 1
 * if a show differs from its ledger.
 */
async function main(): Promise<void> {
  const [first, ...options] = process.argv.slice(2);
  const url = process.env['DATABASE_URL'];
  if ((first !== '--all' && !isUuid(first)) || url === undefined) throw new Error(USAGE);
  catalog.add(BUILT_IN_RULES);
  for (const extension of configuredExtensions()) catalog.add(extension);
  const source = await createDataSource(url, ENTITIES, MIGRATIONS).initialize();
  try {
    const isEqual = first === '--all' ? await replayAll(source) : await replayOne(source, first);
    if (options.includes('--reparse') && first !== '--all') await printReparsed(source, first);
    process.exitCode = isEqual ? 0 : 1;
  } finally {
    await source.destroy();
  }
}

const replayOf = (source: DataSource, showId: string): Promise<ReplayReport> =>
  new Transactions(source).snapshot((tx) =>
    new Replay(tx, showId, { policies: (id) => catalog.policy(id) }).run(),
  );

async function replayOne(source: DataSource, showId: string): Promise<boolean> {
  const report = await replayOf(source, showId);
  print(
    `Show ${report.showId}. Ledger rows: ${report.events}, comments: ${report.comments}, claims: ${report.claims}, redacted rows: ${report.redacted}.`,
  );
  if (report.unchecked.length > 0) {
    print(`  not compared, because this ledger does not record them: ${report.unchecked.join(', ')}`);
  }
  for (const difference of report.differences.slice(0, 50)) print(`  differs: ${difference}`);
  print(
    report.differences.length === 0
      ? 'The replay matches: the ledger reproduces the stored state exactly, and the hash chain is intact.'
      : `The replay does NOT match. Differences: ${report.differences.length}.`,
  );
  return report.differences.length === 0;
}

/** Prints one line per show, oldest first. */
async function replayAll(source: DataSource): Promise<boolean> {
  const shows = await source.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM shows ORDER BY created_at, id',
  );
  let mismatchCount = 0;
  for (const { id, name } of shows) {
    const { differences, events, headHash } = await replayOf(source, id);
    const isEqual = differences.length === 0;
    mismatchCount += isEqual ? 0 : 1;
    const verdict = isEqual ? 'equal    ' : `NOT EQUAL (${differences.length}: ${differences[0]})`;
    print(`${id}  ${verdict}  ${events} rows  ${headHash.slice(0, 16)}  ${JSON.stringify(name)}`);
  }
  print(`Shows replayed: ${shows.length}. Shows that do not match: ${mismatchCount}.`);
  return mismatchCount === 0;
}

async function printReparsed(source: DataSource, showId: string): Promise<void> {
  const changes = await reparse(poolReader(source), showId, catalog);
  print(
    `With today's grammar and words, ${changes.length} comments would be understood differently${changes.length === 0 ? '.' : ':'}`,
  );
  for (const comment of changes.slice(0, 50)) {
    print(`  ${JSON.stringify(comment.text)}: ${comment.then} then, ${comment.now} now`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});
