// Builds contracts, backend, simulator, console, and extensions when their sources changed. This is the only build
// cache: hashing the sources takes milliseconds. Nx would need seconds to find that nothing is to be done, so it only
// builds the stale projects, in order.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTarget } from './nx.mjs';
import { ROOT } from './root.mjs';

/** In the order of their dependencies. */
const PROJECTS = ['contracts', 'extension-kit', 'backend', 'simulator', 'frontend'];
/** Folder of the product's own extensions. Each of its folders is a project, built on the kit alone. */
const EXTENSIONS = 'extensions';
const NOT_SOURCES = new Set([
  'node_modules',
  'dist',
  'coverage',
  '.angular',
  'test-results',
  'test',
  'bench',
]);
/** Files that every build reads. */
const SHARED_SOURCES = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];
/** Folders outside a project that its build script runs. */
const BUILD_SCRIPTS = /** @type {Record<string, string>} */ ({ frontend: 'tools/console' });

/** @typedef {{ sources: string, output: string | null }} Fingerprint */

/** @returns {boolean} true if nothing has to be built */
export function isBuilt(root = ROOT) {
  return staleProjects(root).length === 0;
}

/**
 * Builds the stale projects only.
 * @param {(worker: import('../processes/identity.mjs').ProcessIdentity) => void} onStart
 * @param {string} [root]
 * @param {typeof runTarget} [runner]
 * @returns {Promise<void>}
 */
export async function build(onStart, root = ROOT, runner = runTarget) {
  // Computed before the build, so that a file that changes during the build is built again.
  const sources = sourcesFingerprints(root);
  const stale = staleProjects(root);
  console.log(`Building ${stale.join(', ')} …`);
  // The compiler does not remove what a deleted source file once produced; an old migration would still be
  // found and run.
  for (const project of stale) rmSync(path.join(root, project, 'dist'), { recursive: true, force: true });
  await runner(
    'The build',
    'build',
    stale.map((project) => targetName(root, project)),
    { onStart },
  );
  const stamp = readStamp(root);
  for (const project of stale) {
    stamp[project] = { sources: sources[project] ?? '', output: outputFingerprint(root, project) };
  }
  mkdirSync(path.dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), JSON.stringify(stamp));
}

/**
 * @param {string} root
 * @returns {string[]} folders of all projects, in the order of their dependencies
 */
export function projectsOf(root) {
  const folder = path.join(root, EXTENSIONS);
  const extensions = existsSync(folder) ? readdirSync(folder).sort() : [];
  return [
    ...PROJECTS,
    ...extensions
      .filter((name) => existsSync(path.join(folder, name, 'package.json')))
      .map((name) => `${EXTENSIONS}/${name}`),
  ];
}

/**
 * @param {string} root
 * @param {string} project
 * @returns {string} the name by which Nx knows the project
 */
export function targetName(root, project) {
  return project.startsWith(`${EXTENSIONS}/`)
    ? JSON.parse(readFileSync(path.join(root, project, 'package.json'), 'utf8')).name
    : project;
}

/** @param {string} root */
function staleProjects(root) {
  const stamp = readStamp(root);
  const sources = sourcesFingerprints(root);
  return projectsOf(root).filter((project) => {
    const last = stamp[project];
    return (
      last === undefined ||
      last.sources !== sources[project] ||
      last.output === null ||
      last.output !== outputFingerprint(root, project)
    );
  });
}

/** @param {string} root */
const stampFile = (root) => path.join(root, '.nx', 'sellary-build.json');

/**
 * @param {string} root
 * @returns {Record<string, Fingerprint>}
 */
function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    return {};
  }
}

/**
 * Fingerprints of what each project is built from: its own files, and those of the projects that it depends
 * on.
 * @param {string} root
 */
function sourcesFingerprints(root) {
  const shared = SHARED_SOURCES.map((name) => path.join(root, name)).filter((file) => existsSync(file));
  /** @type {Record<string, string>} */
  const fingerprints = {};
  for (const project of projectsOf(root)) {
    const hash = createHash('sha256');
    for (const dependency of dependenciesOf(root, project)) {
      hash.update(`${dependency} ${fingerprints[dependency] ?? ''}\n`);
    }
    const scripts = BUILD_SCRIPTS[project];
    const folders = [path.join(root, project), ...(scripts === undefined ? [] : [path.join(root, scripts)])];
    for (const file of [...shared, ...folders.flatMap((folder) => filesUnder(folder, isSource))]) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
    fingerprints[project] = hash.digest('hex');
  }
  return fingerprints;
}

/**
 * @param {string} root
 * @param {string} project
 */
function dependenciesOf(root, project) {
  const manifest = JSON.parse(readFileSync(path.join(root, project, 'package.json'), 'utf8'));
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  return PROJECTS.filter((other) => names.includes(`@sellary/${other}`));
}

/**
 * Fingerprint of the output. Sizes and times show if another run has built other sources in the meantime.
 * @param {string} root
 * @param {string} project
 */
function outputFingerprint(root, project) {
  const files = filesUnder(path.join(root, project, 'dist'), () => true);
  if (files.length === 0) return null;
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} name */
function isSource(name) {
  return !NOT_SOURCES.has(name) && !/\.(db-)?spec\.(ts|mjs)$/.test(name);
}

/**
 * @param {string} folder
 * @param {(name: string) => boolean} isIncluded
 * @returns {string[]}
 */
function filesUnder(folder, isIncluded) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => isIncluded(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(full, isIncluded);
      return entry.isFile() ? [full] : [];
    });
}
