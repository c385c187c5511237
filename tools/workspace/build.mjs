// Builds the projects whose sources or output changed since their last build. Hashes of both replace Nx's
// cache, which takes seconds to find that nothing is stale; Nx only runs the builds, in order.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTarget } from './nx.mjs';
import { ROOT } from './root.mjs';

/** Each project comes after its dependencies. */
const PROJECTS = ['contracts', 'extension-kit', 'backend', 'simulator', 'frontend'];
/** Each folder in it is an extension: a project that depends only on the extension kit. */
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
/** A change to any of these files makes every project stale. */
const SHARED_SOURCES = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];
/** Scripts that a project's build runs, in a folder outside the project. */
const SCRIPT_FOLDERS = /** @type {Record<string, string>} */ ({ frontend: 'tools/console' });

/** @typedef {{ sources: string, output: string | null }} Stamp a project's hashes at its last build */

/** @returns {boolean} true if nothing needs to be built */
export function isBuilt(root = ROOT) {
  return staleProjects(root).length === 0;
}

/**
 * Builds only the stale projects.
 * @param {(child: import('../processes/identity.mjs').ProcessIdentity) => void} onStart
 * @param {string} [root]
 * @param {typeof runTarget} [runner]
 * @returns {Promise<void>}
 */
export async function build(onStart, root = ROOT, runner = runTarget) {
  // Computed before the build, so that a file changed during the build is built again next time.
  const sources = sourceHashes(root);
  const stale = staleProjects(root);
  console.log(`Building ${stale.join(', ')} …`);
  // The compiler does not remove a deleted source file's output, so an old migration would still run.
  for (const project of stale) rmSync(path.join(root, project, 'dist'), { recursive: true, force: true });
  await runner(
    'The build',
    'build',
    stale.map((project) => nxNameOf(root, project)),
    { onStart },
  );
  const stamps = readStamps(root);
  for (const project of stale) {
    stamps[project] = { sources: sources[project] ?? '', output: outputHash(root, project) };
  }
  mkdirSync(path.dirname(stampsFile(root)), { recursive: true });
  writeFileSync(stampsFile(root), JSON.stringify(stamps));
}

/**
 * @param {string} root
 * @returns {string[]} folders of all projects except e2e, each after its dependencies
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
 * Nx finds a project by its package name, with or without the scope. Only an extension's folder name can
 * differ from its package name.
 * @param {string} root
 * @param {string} project
 */
export function nxNameOf(root, project) {
  return project.startsWith(`${EXTENSIONS}/`)
    ? JSON.parse(readFileSync(path.join(root, project, 'package.json'), 'utf8')).name
    : project;
}

/** @param {string} root */
function staleProjects(root) {
  const stamps = readStamps(root);
  const sources = sourceHashes(root);
  return projectsOf(root).filter((project) => {
    const stamp = stamps[project];
    return (
      stamp === undefined ||
      stamp.sources !== sources[project] ||
      stamp.output === null ||
      stamp.output !== outputHash(root, project)
    );
  });
}

/** @param {string} root */
const stampsFile = (root) => path.join(root, '.nx', 'sellary-build.json');

/**
 * @param {string} root
 * @returns {Record<string, Stamp>}
 */
function readStamps(root) {
  try {
    return JSON.parse(readFileSync(stampsFile(root), 'utf8'));
  } catch {
    return {};
  }
}

/**
 * Returns each project's hash of all files that the project is built from, including its dependencies' files.
 * @param {string} root
 */
function sourceHashes(root) {
  const shared = SHARED_SOURCES.map((name) => path.join(root, name)).filter((file) => existsSync(file));
  /** @type {Record<string, string>} */
  const hashes = {};
  for (const project of projectsOf(root)) {
    const hash = createHash('sha256');
    for (const dependency of dependenciesOf(root, project)) {
      hash.update(`${dependency} ${hashes[dependency] ?? ''}\n`);
    }
    const scriptFolder = SCRIPT_FOLDERS[project];
    const folders = [
      path.join(root, project),
      ...(scriptFolder === undefined ? [] : [path.join(root, scriptFolder)]),
    ];
    for (const file of [...shared, ...folders.flatMap((folder) => filesUnder(folder, isSource))]) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
    hashes[project] = hash.digest('hex');
  }
  return hashes;
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
 * Hash of the output files' sizes and modification times, which is enough to notice that another program
 * changed them.
 * @param {string} root
 * @param {string} project
 */
function outputHash(root, project) {
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
