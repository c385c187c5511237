import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { inWorkspace } from '../workspace/root.mjs';
import { createExtension, UsageError } from './create-extension.mjs';

const inTemporaryFolder = (/** @type {(folder: string) => void} */ work) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'extension-new-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
const filesOf = (/** @type {string} */ folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !/dist|node_modules/.test(entry.parentPath))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

test("extensions/example-hello matches the generator's output, except for package.json.", () =>
  inTemporaryFolder((folder) => {
    const generatedFolder = path.join(folder, 'example-hello');
    createExtension('example-hello', generatedFolder);
    const storedFolder = inWorkspace('extensions', 'example-hello');
    assert.deepEqual(filesOf(generatedFolder), filesOf(storedFolder));
    for (const file of filesOf(generatedFolder).filter((name) => name !== 'package.json')) {
      assert.equal(
        readFileSync(path.join(generatedFolder, file), 'utf8'),
        readFileSync(path.join(storedFolder, file), 'utf8'),
        file,
      );
    }
  }));

test("An extension outside this repository is linked to this repository's extension kit.", () =>
  inTemporaryFolder((folder) => {
    createExtension('my-shop', path.join(folder, 'my-shop'));
    const { name, dependencies } = JSON.parse(
      readFileSync(path.join(folder, 'my-shop', 'package.json'), 'utf8'),
    );
    assert.equal(name, 'my-shop');
    const kit = dependencies['@sellary/extension-kit'].slice('file:'.length);
    assert.equal(path.resolve(folder, 'my-shop', kit), inWorkspace('extension-kit'));
  }));

test('An invalid name or an existing folder is rejected.', () =>
  inTemporaryFolder((folder) => {
    assert.throws(() => createExtension('My Shop', path.join(folder, 'x')), UsageError);
    assert.throws(() => createExtension('my-shop', folder), UsageError);
  }));
