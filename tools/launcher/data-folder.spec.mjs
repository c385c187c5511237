import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { replaceFile } from '../files/durable-file.mjs';
import { explainFileError } from '../files/file-errors.mjs';
import { Refusal } from '../postgres/files.mjs';
import { storesPermissions, openDataFolder } from './data-folder.mjs';

describe('the data folder', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'sellary data folder '));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('The data folder is created, and checking it leaves no files behind.', () => {
    const dataDir = path.join(scratch, 'new', 'folder');
    openDataFolder(dataDir, { withDatabase: true });
    assert.deepEqual(readdirSync(dataDir), []);
  });

  it("If part of the data folder's path is a file, the folder is rejected with a plain explanation.", () => {
    writeFileSync(path.join(scratch, 'a file'), '');
    assert.throws(
      () => openDataFolder(path.join(scratch, 'a file', 'data'), { withDatabase: true }),
      (error) => error instanceof Refusal && /Part of that path is a file/.test(error.message),
    );
  });

  it('A file system that shows every folder as open to everyone does not store permissions.', () => {
    assert.equal(storesPermissions(scratch), true);
    assert.equal(
      storesPermissions(scratch, () => 0o40777),
      false,
    );
  });

  it('A file is replaced without leftovers, and only its owner can read it.', () => {
    const file = path.join(scratch, 'note');
    replaceFile(file, 'one');
    replaceFile(file, 'two');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(
      readdirSync(scratch).filter((name) => name.startsWith('note')),
      ['note'],
    );
  });
});

describe('file system errors', () => {
  for (const [code, pattern] of /** @type {const} */ ([
    ['ENOSPC', /disk is full.*No confirmed data is lost/],
    ['EACCES', /is not allowed to read or write.*DATA_DIR/],
    ['EROFS', /read-only/],
  ])) {
    it(`${code} is reported with the path and the remedy.`, () => {
      const error = Object.assign(new Error(code), { code, path: '/data/x' });
      assert.match(explainFileError(error) ?? '', pattern);
      assert.match(explainFileError(error) ?? '', /^\/data\/x: /);
    });
  }

  it('A programming error is not explained.', () => {
    assert.equal(explainFileError(new TypeError('x is not a function')), null);
  });
});
