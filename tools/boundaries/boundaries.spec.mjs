import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { FAULTS } from './faults.mjs';
import { buildRepository } from './sample-repository.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const CONFIG = join(REPOSITORY, '.dependency-cruiser.mjs');
const { default: config } = await import(pathToFileURL(CONFIG));
const CRUISER = join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const FOLDERS = [
  'backend/src',
  'backend/test',
  'backend/bench',
  'frontend/src',
  'frontend/testing',
  'contracts/src',
  'extension-kit/src',
  'simulator/src',
  'extensions',
  'e2e',
];
const options = await extractDepcruiseOptions(CONFIG);

/** @returns the rules that the sample repository breaks, each with the file that breaks it */
async function violationsOf(changes) {
  const repository = buildRepository(changes);
  try {
    const { output } = await cruise(FOLDERS, { ...options, baseDir: repository.root });
    return output.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  } finally {
    repository.remove();
  }
}

test('The sample repository passes without planted faults.', async () => {
  assert.deepEqual(await violationsOf({}), []);
});

test('The dependency-cruiser command fails on a planted fault, and names the rule.', () => {
  const [{ rule, changes }] = FAULTS;
  const repository = buildRepository(changes);
  try {
    const run = spawnSync(process.execPath, [CRUISER, '--config', CONFIG, ...FOLDERS], {
      cwd: repository.root,
      encoding: 'utf8',
    });
    assert.notEqual(run.status, 0);
    assert.match(run.stdout, new RegExp(rule));
  } finally {
    repository.remove();
  }
});

for (const { rule, fault, changes, reportedIn } of FAULTS) {
  test(`${rule} is violated if ${fault}.`, async () => {
    const violations = await violationsOf(changes);
    const expectedFiles = reportedIn ? [reportedIn] : Object.keys(changes);
    assert.ok(
      violations.some((violation) => violation.rule === rule && expectedFiles.includes(violation.from)),
      `expected ${rule}, got ${JSON.stringify(violations)}`,
    );
  });
}

test('Every rule has a planted fault and a reason, and is an error.', () => {
  const coveredRules = new Set(FAULTS.map(({ rule }) => rule));
  assert.deepEqual(
    config.forbidden.filter(({ name }) => !coveredRules.has(name)).map(({ name }) => name),
    [],
  );
  for (const { name, comment, severity } of config.forbidden) {
    assert.ok(comment?.length > 30, `${name} gives no reason`);
    assert.equal(severity, 'error', `${name} only warns`);
  }
});
