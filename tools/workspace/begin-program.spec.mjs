import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inWorkspace, ROOT } from './root.mjs';

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync(inWorkspace('package.json'), 'utf8'));
const programs = Object.entries(scripts).flatMap(([name, command]) => {
  const [, file] = /^node (tools\/\S+)/.exec(command) ?? [];
  return file === undefined ? [] : [{ name, file }];
});

test("With --help, every tool's npm script prints its description and does nothing else.", () => {
  assert.ok(programs.length > 20);
  const programsWithoutHelp = programs.filter(({ file }) => {
    const { status, stdout } = spawnSync(process.execPath, [file, '--help'], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 10_000,
    });
    return status !== 0 || !/npm (run|start|test)/.test(stdout.slice(0, 200));
  });
  assert.deepEqual(
    programsWithoutHelp.map(({ name }) => name),
    [],
  );
});
