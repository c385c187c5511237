import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadExtensions } from './load-extensions';

describe('Loading extensions', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'extension-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (code: string): void => writeFileSync(path.join(folder, 'index.js'), code);

  it("An extension is loaded from a folder's default export.", () => {
    write("exports.default = { name: 'hello', version: '1.0.0', api: '^1.0.0' };");
    expect(loadExtensions([folder], process.cwd())).toEqual([
      { name: 'hello', version: '1.0.0', api: '^1.0.0' },
    ]);
  });

  it('One error lists every extension that cannot be loaded, and how to fix it.', () => {
    write('exports.other = 1;');
    expect(() => loadExtensions([folder, '@acme/missing'], process.cwd())).toThrow(
      /does not export an extension\. Its main file must have "export default[^]*"@acme\/missing" cannot be loaded: this package is not installed\. Install it/,
    );
  });

  it('If a folder does not exist or is not built, the error names the folder and how to fix it.', () => {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ main: 'dist/index.js' }));
    expect(() => loadExtensions([folder], process.cwd())).toThrow(
      `"${folder}" cannot be loaded: its main file does not exist. Run npm run build in its folder`,
    );
    expect(() => loadExtensions(['./nowhere'], folder)).toThrow(
      `"./nowhere" cannot be loaded: the folder ${path.join(folder, 'nowhere')} does not exist. Correct EXTENSIONS`,
    );
  });

  it('If an extension requires a package that is not installed, the error names the package and how to fix it.', () => {
    write("require('@acme/missing');");
    expect(() => loadExtensions([folder], process.cwd())).toThrow(
      /cannot be loaded: Cannot find module '@acme\/missing'.*\. Run npm install in its folder\.$/,
    );
  });

  it('One error reports the extensions that cannot be loaded and the problems in loaded extensions.', () => {
    write("exports.default = { name: 'hello', version: '1.0.0', api: '^9.0.0' };");
    expect(() => loadExtensions([folder, '@acme/missing'], process.cwd())).toThrow(
      /"@acme\/missing" cannot be loaded[^]*"hello" was built for version \^9\.0\.0/,
    );
  });
});
