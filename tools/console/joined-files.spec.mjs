import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { joinChunks, joinedFileByChunk } from './joined-files.mjs';

const eager = (/** @type {string[]} */ ...paths) => paths.map((path) => ({ kind: 'import-statement', path }));
const lazy = (/** @type {string} */ path) => ({ kind: 'dynamic-import', path });
const STATS = {
  outputs: {
    'main-AAAAAAAA.js': { entryPoint: 'src/main.ts', imports: [...eager('a.js', 'b.js'), lazy('page.js')] },
    'a.js': { imports: [] },
    'b.js': { imports: [] },
    'page.js': { entryPoint: 'src/page.ts', imports: eager('a.js', 'c.js', 'd.js', 'e.js') },
    'c.js': { imports: eager('b.js') },
    'd.js': { imports: eager('large.js') },
    'e.js': { imports: [lazy('f.js')] },
    'f.js': { imports: [] },
    'large.js': { imports: eager('c.js') },
  },
};
const PAGES = [
  ['styles.css', 'main-AAAAAAAA.js', 'a.js', 'b.js'],
  ['main-AAAAAAAA.js', 'a.js', 'b.js', 'page.js', 'c.js', 'd.js', 'e.js', 'f.js', 'large.js'],
];
const bytesOf = (/** @type {string} */ file) => (file === 'large.js' ? 50_000 : 500);

describe("Joining the console's small files", () => {
  it("A page's small chunks are joined if they import the same separate chunks.", () => {
    const joined = joinedFileByChunk(STATS, PAGES, bytesOf);
    const filesOf = (/** @type {string} */ name) =>
      [...joined.keys()].filter((file) => joined.get(file) === name);
    assert.deepEqual([...new Set(joined.values())].map(filesOf), [
      ['a.js', 'b.js'],
      ['c.js', 'e.js'],
      ['d.js'],
    ]);
  });

  it('Joined files behave the same, and only the hash changes in the names of entry points.', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sellary-chunks-'));
    try {
      const code = {
        'main-AAAAAAAA.js':
          "import { a } from './a.js'; import { b } from './b.js'; export const sum = a + b; export const later = () => import('./page.js');",
        'a.js': 'export const a = 1;',
        'b.js': 'export const b = "note:2";',
        'page.js': "import { a } from './a.js'; export const page = a + 2;",
      };
      for (const [file, text] of Object.entries(code)) writeFileSync(path.join(folder, file), text);
      const { outputs } = STATS;
      const built = {
        outputs: {
          'main-AAAAAAAA.js': outputs['main-AAAAAAAA.js'],
          'a.js': outputs['a.js'],
          'b.js': outputs['b.js'],
          'page.js': { entryPoint: 'src/page.ts', imports: eager('a.js') },
        },
      };
      const joined = new Map(['a.js', 'b.js'].map((file) => [file, 'one']));
      const { stats, names } = await joinChunks(folder, built, joined, (text) => text.replace('note:', ''));
      assert.deepEqual(readdirSync(folder).sort(), Object.keys(stats.outputs).sort());
      const main = names.get('main-AAAAAAAA.js') ?? '';
      assert.match(main, /^main-\w{8}\.js$/);
      const [shared, ...others] = stats.outputs[main]?.imports ?? [];
      assert.deepEqual(
        [shared?.kind, others.map(({ kind }) => kind)],
        ['import-statement', ['dynamic-import']],
      );
      assert.match(readFileSync(path.join(folder, shared?.path ?? ''), 'utf8'), /"2"/);
      const module = await import(path.join(folder, main));
      assert.equal(module.sum, '12');
      assert.equal((await module.later()).page, 3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
