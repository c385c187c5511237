import 'reflect-metadata';
import { reparse, Replay } from '../claim-engine';
import { createDataSource, isUuid, poolReader, Transactions } from '../kernel';
import { ENTITIES, MIGRATIONS } from '../persistence';

/** `npm run replay -- <show id> [--reparse]`, against DATABASE_URL. Exits with 1 if anything differs. */
async function main(): Promise<void> {
  const [showId, ...options] = process.argv.slice(2);
  const url = process.env['DATABASE_URL'];
  if (!isUuid(showId) || url === undefined) {
    throw new Error('Specify a show: npm run replay -- <show id> [--reparse]');
  }
  const source = await createDataSource(url, ENTITIES, MIGRATIONS).initialize();
  try {
    const report = await new Transactions(source).snapshot((tx) => new Replay(tx, showId).run());
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    print(
      `Show ${report.showId}: ${report.events} ledger rows, ${report.comments} comments, ${report.claims} claims, ${report.redacted} redacted rows.`,
    );
    for (const difference of report.differences.slice(0, 50)) print(`  differs: ${difference}`);
    print(
      report.differences.length === 0
        ? 'Replay equal: the record leads exactly to the stored state, and the hash chain is intact.'
        : `Replay NOT equal: ${report.differences.length} differences.`,
    );
    if (options.includes('--reparse')) {
      const changed = await reparse(poolReader(source), showId);
      print(
        `Read with today's grammar and words, ${changed.length} comments would be understood differently${changed.length === 0 ? '.' : ':'}`,
      );
      for (const one of changed.slice(0, 50)) {
        print(`  ${JSON.stringify(one.text)}: ${one.then} then, ${one.now} now`);
      }
    }
    process.exitCode = report.differences.length === 0 ? 0 : 1;
  } finally {
    await source.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
