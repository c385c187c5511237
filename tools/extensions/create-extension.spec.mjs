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
test('A new extension is a copy of the example under its own name, and requires the current API version.', () =>
  inTemporaryFolder((folder) => {
    const target = path.join(folder, 'my-shop');
    createExtension('my-shop', target);
    const textOf = (/** @type {string} */ file) => readFileSync(path.join(target, file), 'utf8');
    assert.deepEqual(readdirSync(target).sort(), ['README.md', 'package.json', 'src', 'tsconfig.json']);
    assert.deepEqual(
      readdirSync(path.join(target, 'src')).sort(),
      readdirSync(inWorkspace('extensions', 'example-hello', 'src')).sort(),
    );
    for (const file of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
      if (path.extname(file) !== '') assert.doesNotMatch(textOf(file), /hello/i, file);
    }
    assert.match(textOf('src/winners.migration.ts'), /class CreateMyShopWinners\d+ [^]*"x_my_shop_winners"/);
    const version = readFileSync(inWorkspace('extension-kit', 'src', 'version.ts'), 'utf8').match(
      /'(.+)'/,
    )?.[1];
    assert.match(textOf('src/index.ts'), new RegExp(`name: 'my-shop',[^]*api: '\\^${version}'`));
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
