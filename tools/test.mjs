// `npm test`: runs all test suites, even in a fresh clone. `npm run test:unit|integration|e2e|coverage`: runs
// some of them. The last line of a run is the total for its suites: `N passed, N failed`.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { startPostgres } = await import('./postgres/index.mjs');
const { SUITES } = await import('./testing/suites.mjs');
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { orExit } = await import('./workspace/run.mjs');

/** @type {Record<string, string[]>} */
const SELECTIONS = {
  all: ['tools', 'backend', 'simulator', 'frontend', 'database', 'extensions', 'e2e'],
  unit: ['backend', 'simulator', 'frontend'],
  integration: ['database'],
  coverage: ['backend', 'simulator', 'frontend', 'database'],
};

const [selection = 'all', ...runnerArgs] = process.argv.slice(2);
const names = SELECTIONS[selection] ?? (selection in SUITES ? [selection] : null);
if (names === null) {
  console.error(
    `Unknown tests: ${selection}. Use one of ${[...new Set([...Object.keys(SELECTIONS), ...Object.keys(SUITES)])].join(', ')}.`,
  );
  process.exit(1);
}
const suites = names.map((name) => ({
  name,
  suite: /** @type {import('./testing/suites.mjs').Suite} */ (SUITES[name]),
}));

const temporaryFolder = mkdtempSync(path.join(os.tmpdir(), 'sellary-tests-'));
process.once('exit', () => rmSync(temporaryFolder, { recursive: true, force: true }));
await orExit(prepareWorkspace({ withBuild: suites.some(({ suite }) => suite.needsBuild === true) }));

/** @type {{ name: string, passed: number, failed: number, skipped: number, seconds: number }[]} */
const results = [];
for (const { name, suite } of suites) {
  console.log(`\n══ ${name}`);
  const start = Date.now();
  const postgres =
    suite.needsDatabase === true
      ? await orExit(startPostgres({ dataDir: path.join(temporaryFolder, 'database') }))
      : null;
  const outcome = await suite.run({
    reportsFolder: temporaryFolder,
    env: postgres === null ? {} : { TEST_DATABASE_URL: postgres.url },
    coverage: selection === 'coverage',
    runnerArgs,
  });
  await postgres?.stop();
  results.push({ name, ...outcome, seconds: (Date.now() - start) / 1000 });
}

console.log('\n══ summary');
for (const { name, passed, failed, skipped, seconds } of results) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`${name.padEnd(10)} ${passed} passed, ${failed} failed${skips} (${seconds.toFixed(1)} s)`);
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
