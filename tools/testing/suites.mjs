// The workspace's test suites: how each is run, and how its report is counted. An exit code is not enough,
// because a suite that finds no tests, or dies before its first test, must not look like a success.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { programOf } from '../workspace/programs.mjs';
import { ROOT, inWorkspace } from '../workspace/root.mjs';
import { extensionTestFiles, specFiles } from './spec-files.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */
/**
 * @typedef {object} SuiteInputs the inputs common to all suites
 * @property {string} reportsFolder folder for the machine-readable reports of this run
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} coverage
 * @property {string[]} runnerArgs passed on to the suite's test runner
 */
/**
 * @typedef {{ needsDatabase?: boolean, needsBuild?: boolean, run: (inputs: SuiteInputs) => Promise<Outcome> }}
 * Suite
 */

/** @type {Record<string, Suite>} */
export const SUITES = {
  tools: { run: (inputs) => nodeTests('tools', specFiles, inputs) },
  backend: { run: (inputs) => jest('backend', 'unit', inputs) },
  simulator: { run: (inputs) => jest('simulator', null, inputs) },
  frontend: { run: (inputs) => jest('frontend', null, inputs) },
  database: { needsDatabase: true, run: (inputs) => jest('backend', 'database', inputs) },
  // Each extension's tests, as its author runs them, and the test that runs all extensions together.
  extensions: {
    needsDatabase: true,
    needsBuild: true,
    run: (inputs) => nodeTests('extensions', extensionTestFiles, inputs),
  },
  e2e: { needsBuild: true, run: playwright },
};

/**
 * @param {string} project
 * @param {string | null} kind the kind of tests to run, or null if the project has only one kind
 * @param {SuiteInputs} inputs
 */
async function jest(project, kind, { reportsFolder, env, coverage, runnerArgs }) {
  const name = kind === null ? project : `${project}-${kind}`;
  const report = path.join(reportsFolder, `${name}.json`);
  const args = ['--json', `--outputFile=${report}`];
  if (kind !== null) args.push('--selectProjects', kind);
  if (coverage) {
    args.push(
      '--coverage',
      '--coverageReporters=text-summary',
      '--coverageReporters=lcov',
      `--coverageDirectory=coverage/${name}`,
    );
  }
  // `runnerArgs` comes first, because a list option such as --selectProjects would swallow it.
  const code = await spawnRunner([...programOf('jest'), ...runnerArgs, ...args], inWorkspace(project), env);
  const countedOutcome = readReport(report, (/** @type {JestReport} */ counts) => ({
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
    skipped: counts.numPendingTests,
  }));
  return checkedOutcome(countedOutcome, code);
}
/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 * numRuntimeErrorTestSuites: number }} JestReport
 */

/** @param {SuiteInputs} inputs */
async function playwright({ reportsFolder, env, runnerArgs }) {
  const report = path.join(reportsFolder, 'e2e.json');
  const code = await spawnRunner(
    [...programOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...runnerArgs],
    inWorkspace('e2e'),
    {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  const countedOutcome = readReport(report, (/** @type {PlaywrightReport} */ { stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }));
  return checkedOutcome(countedOutcome, code);
}
/**
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors:
 * unknown[] }} PlaywrightReport
 */

/**
 * @param {string} name
 * @param {() => string[]} findFiles lists the test files to run if the caller names none
 * @param {SuiteInputs} inputs
 */
async function nodeTests(name, findFiles, { reportsFolder, env, runnerArgs }) {
  const report = path.join(reportsFolder, `${name}.tap`);
  const code = await spawnRunner(
    [
      process.execPath,
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...(runnerArgs.length > 0 ? runnerArgs : findFiles()),
    ],
    ROOT,
    env,
  );
  const text = readText(report);
  /** @param {string} label */
  const count = (label) => Number(new RegExp(`^# ${label} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return checkedOutcome(
    {
      passed: count('pass'),
      failed: count('fail') + count('cancelled'),
      skipped: count('skipped') + count('todo'),
    },
    code,
  );
}

/**
 * @param {Outcome | null} countedOutcome
 * @param {number} code
 * @returns {Outcome}
 */
function checkedOutcome(countedOutcome, code) {
  const { passed, failed, skipped } = countedOutcome ?? { passed: 0, failed: 0, skipped: 0 };
  const hasHiddenFailure = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: hasHiddenFailure ? 1 : failed, skipped };
}

/**
 * @template R
 * @param {string} file
 * @param {(report: R) => Outcome} count
 * @returns {Outcome | null}
 */
function readReport(file, count) {
  const text = readText(file);
  return text === '' ? null : count(JSON.parse(text));
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string[]} commandLine
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function spawnRunner([program = '', ...args], cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const stopChild = () => child.kill();
    process.once('exit', stopChild);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', stopChild);
      resolve(code ?? 1);
    });
  });
}
