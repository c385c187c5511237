import { rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';

/** @typedef {import('./preloads.mjs').Stats} Stats */

/**
 * Larger chunks stay separate files, because a page that needs one chunk of a joined file loads the whole
 * file.
 */
const MAX_JOINED_BYTES = 10_000;

/**
 * Groups small chunks into joined files. A joined file contains one page's small chunks that import the same
 * separate chunks. So a page that needs one of them loads little else, and no two files import each other.
 * @param {Stats} stats
 * @param {string[][]} pages each page's files; a chunk is grouped with the first page that has it
 * @param {(file: string) => number} bytesOf a file's size
 * @returns {Map<string, string>} the joined file's name, by chunk
 */
export function joinedFileByChunk({ outputs }, pages, bytesOf) {
  const lazyChunks = new Set(
    Object.values(outputs).flatMap(({ imports }) =>
      imports.filter(({ kind }) => kind !== 'import-statement').map(({ path }) => path),
    ),
  );
  const mayJoin = (/** @type {string} */ file) =>
    outputs[file]?.entryPoint === undefined && !lazyChunks.has(file) && bytesOf(file) <= MAX_JOINED_BYTES;
  /** @type {Map<string, Set<string>>} */
  const reachedByFile = new Map();
  const separateImports = (/** @type {string} */ file) => {
    const reached = reachedByFile.get(file) ?? new Set();
    if (reachedByFile.has(file)) return reached;
    reachedByFile.set(file, reached);
    for (const { kind, path } of outputs[file]?.imports ?? []) {
      if (kind !== 'import-statement') continue;
      if (!mayJoin(path)) reached.add(path);
      for (const chunk of separateImports(path)) reached.add(chunk);
    }
    return reached;
  };
  /** @type {Map<string, string>} */
  const joined = new Map();
  pages.forEach((files, page) => {
    for (const file of files) {
      if (!file.endsWith('.js') || joined.has(file) || !mayJoin(file)) continue;
      joined.set(file, `${page} ${[...separateImports(file)].sort().join(' ')}`);
    }
  });
  return joined;
}

/**
 * Replaces the build's scripts with new ones in which these chunks are joined.
 * @param {string} folder
 * @param {Stats} stats
 * @param {Map<string, string>} joined
 * @param {(code: string) => string} transform applied to each file's code
 * @returns {Promise<{ stats: Stats, names: Map<string, string> }>} `names`: the entry points' new names, by
 * old name
 */
export async function joinChunks(folder, { outputs }, joined, transform) {
  const scripts = Object.keys(outputs).filter((file) => file.endsWith('.js'));
  const entries = scripts.filter((file) => outputs[file]?.entryPoint !== undefined);
  const bundle = await rollup({
    input: entries.map((file) => path.join(folder, file)),
    preserveEntrySignatures: 'strict',
    treeshake: false,
    onwarn({ message }) {
      throw new Error(message);
    },
    plugins: [{ name: 'transform', transform: (code) => ({ code: transform(code), map: null }) }],
  });
  const { output } = await bundle.generate({
    compact: true,
    generatedCode: 'es2015',
    hashCharacters: 'base36',
    entryFileNames: ({ name }) => `${name.replace(/-[A-Z0-9]{8}$/, '')}-[hash].js`,
    chunkFileNames: 'chunk-[hash].js',
    hoistTransitiveImports: false,
    onlyExplicitManualChunks: true,
    manualChunks: (id) => joined.get(path.basename(id)),
  });
  await bundle.close();
  for (const file of scripts) rmSync(path.join(folder, file));
  /** @type {Stats} */
  const stats = { outputs: {} };
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const chunk of output) {
    if (chunk.type !== 'chunk') {
      throw new Error(`Joining the chunks produced an unexpected file: ${chunk.fileName}.`);
    }
    writeFileSync(path.join(folder, chunk.fileName), chunk.code);
    const file = chunk.isEntry ? path.basename(chunk.facadeModuleId ?? '') : '';
    const { entryPoint } = outputs[file] ?? {};
    if (entryPoint !== undefined) names.set(file, chunk.fileName);
    stats.outputs[chunk.fileName] = {
      ...(entryPoint === undefined ? {} : { entryPoint }),
      imports: [
        ...chunk.imports.map((path) => ({ kind: 'import-statement', path })),
        ...chunk.dynamicImports.map((path) => ({ kind: 'dynamic-import', path })),
      ],
    };
  }
  return { stats, names };
}

/** @param {string} folder */
export const fileSizesIn = (folder) => (/** @type {string} */ file) => statSync(path.join(folder, file)).size;
