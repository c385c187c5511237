import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesOfPage, withPreloads } from './preloads.mjs';

const HTML =
  '<link rel="stylesheet" href="styles-A.css"><link rel="icon" href="favicon.svg"><script src="main-B.js" type="module"></script>';
const eager = (/** @type {string} */ path) => ({ kind: 'import-statement', path });
const STATS = {
  outputs: {
    'main-B.js': { entryPoint: 'src/main.ts', imports: [{ kind: 'dynamic-import', path: 'app-C.js' }] },
    'app-C.js': {
      entryPoint: 'src/app/bootstrap.ts',
      imports: [eager('core-D.js'), { kind: 'dynamic-import', path: 'login-E.js' }],
    },
    'core-D.js': { imports: [eager('app-C.js')] },
    'login-E.js': { entryPoint: 'src/app/auth/login.ts', imports: [] },
  },
};

describe("The console's first page", () => {
  it("The first page needs the files in its HTML and the application's files, but not a lazy-loaded page's files.", () => {
    assert.deepEqual(filesOfPage(STATS, HTML, 'src/app/bootstrap.ts'), [
      'styles-A.css',
      'main-B.js',
      'app-C.js',
      'core-D.js',
    ]);
  });

  it('A lazy-loaded page also needs its own files.', () => {
    const files = filesOfPage(STATS, HTML, 'src/app/bootstrap.ts', 'src/app/auth/login.ts');
    assert.deepEqual(files.sort(), ['app-C.js', 'core-D.js', 'login-E.js', 'main-B.js', 'styles-A.css']);
  });

  it('Files that the HTML does not list are preloaded, before the scripts.', () => {
    const html = withPreloads(HTML, ['styles-A.css', 'main-B.js', 'app-C.js']);
    assert.equal(html, HTML.replace('<script', '<link rel="modulepreload" href="app-C.js"><script'));
  });

  it('The build fails if it has no file for the application.', () => {
    assert.throws(() => filesOfPage(STATS, HTML, 'src/app/gone.ts'), /no file for/);
  });
});
