import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadExtensions } from './load-extensions';

describe('Loading of extensions', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'extension-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (code: string): void => writeFileSync(path.join(folder, 'index.js'), code);

  it('An extension is the default export of a folder.', () => {
    write("exports.default = { name: 'hello', version: '1.0.0', api: '^1.0.0' };");
    expect(loadExtensions([folder], process.cwd())).toEqual([
      { name: 'hello', version: '1.0.0', api: '^1.0.0' },
    ]);
  });

  it('One message names every extension that cannot be loaded, and what to do.', () => {
    write('exports.other = 1;');
    expect(() => loadExtensions([folder, '@acme/missing'], process.cwd())).toThrow(
      /exports no extension[^]*"@acme\/missing" cannot be loaded: no such package is installed/,
    );
  });
});
