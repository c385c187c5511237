// Builds contracts, backend, simulator and console when their sources changed. Nx has its own cache, but to find that nothing
// has changed it needs seconds; one hash over the sources finds the same in milliseconds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTarget } from './nx.mjs';
import { ROOT, inWorkspace } from './root.mjs';

const PROJECTS = ['contracts', 'backend', 'simulator', 'frontend'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'coverage', '.angular', 'test-results', 'test', 'bench']);
const STAMP = inWorkspace('.nx', 'sellary-build.json');

export function isBuilt() {
  const last = readStamp();
  return last.sources === sourcesFingerprint() && last.outputs === outputsFingerprint();
}

/**
 * @param {(worker: import('../processes/identity.mjs').ProcessIdentity) => void} onStart
 * @returns {Promise<void>}
 */
export async function build(onStart) {
  // Taken before: what is edited during the build has to be built again.
  const sources = sourcesFingerprint();
  console.log('Building (only when sources have changed) …');
  // The compiler does not remove what a deleted source file once produced; an old migration would still be found and run.
  for (const project of PROJECTS) rmSync(inWorkspace(project, 'dist'), { recursive: true, force: true });
  await runTarget('The build', 'build', PROJECTS, { onStart });
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ sources, outputs: outputsFingerprint() }));
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}

function sourcesFingerprint() {
  const hash = createHash('sha256');
  const files = ['package-lock.json', 'tsconfig.base.json', 'nx.json'].map((name) => inWorkspace(name)).filter((file) => existsSync(file));
  for (const project of PROJECTS) files.push(...filesUnder(inWorkspace(project), isSource));
  for (const file of files) {
    hash
      .update(`${path.relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

// Other sources may have been built in between, for example on another branch: sizes and times show that the output has changed.
function outputsFingerprint() {
  const hash = createHash('sha256');
  for (const project of PROJECTS) {
    const dist = inWorkspace(project, 'dist');
    const files = existsSync(dist) ? filesUnder(dist, () => true) : [];
    if (files.length === 0) return null;
    for (const file of files) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${path.relative(ROOT, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** @param {string} name */
function isSource(name) {
  return !NOT_SOURCES.has(name) && !/\.(db-)?spec\.ts$/.test(name);
}

/**
 * @param {string} folder
 * @param {(name: string) => boolean} wanted
 * @returns {string[]}
 */
function filesUnder(folder, wanted) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => wanted(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(full, wanted);
      return entry.isFile() ? [full] : [];
    });
}
