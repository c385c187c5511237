// PostgreSQL refuses to run as root. If we are root, it runs as the existing cluster's owner. If there is no
// cluster, or root owns it, PostgreSQL runs in a user namespace, in which root looks like `nobody` and every
// file keeps its owner. If that does not work, it runs as another account, which then becomes the cluster's
// owner.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './files.mjs';

/**
 * @typedef {object} Runner
 * @property {(command: string, args: string[]) => { command: string, args: string[], options: { uid?: number,
 * gid?: number } }} wrap
 * @property {{ uid: number, gid: number } | null} owner required owner of the cluster folder, or null if it
 * is already ours
 */

const UNPRIVILEGED_ID = 65534;
const USER_MAP = ['--user', `--map-user=${UNPRIVILEGED_ID}`, `--map-group=${UNPRIVILEGED_ID}`];

/**
 * @param {import('./files.mjs').Files} files
 * @returns {Runner}
 */
export function chooseRunner(files) {
  if (process.getuid === undefined || process.getuid() !== 0) {
    return { wrap: (command, args) => ({ command, args, options: {} }), owner: null };
  }
  const clusterOwner = ownerOf(files.cluster);
  const candidates =
    clusterOwner !== null && clusterOwner.uid !== 0
      ? [asAccount(clusterOwner)]
      : [inNamespace, ...accountsToTry(files.dataDir).map(asAccount)];
  const runner = candidates.find((candidate) => canAccess(candidate, files.dataDir));
  if (runner !== undefined) return runner;
  throw new Refusal(
    `PostgreSQL cannot run as root, and no other account on this system can access ${files.dataDir}.\n` +
      'Start as an ordinary user, set DATA_DIR to a folder that other accounts can access, or set DATABASE_URL to your own PostgreSQL 18 server.',
  );
}

/**
 * Runs a binary with `--version`, which loads everything it needs.
 * @param {Runner} runner
 * @param {string} binary
 * @returns {number} 0 if it can be used
 */
export function exitCodeOf(runner, binary) {
  const { command, args, options } = runner.wrap(binary, ['--version']);
  return (
    spawnSync(command, args, {
      ...options,
      stdio: 'ignore',
      cwd: process.platform === 'win32' ? undefined : '/',
    }).status ?? -1
  );
}

/** @type {Runner} */
const inNamespace = {
  wrap: (command, args) => ({ command: 'unshare', args: [...USER_MAP, '--', command, ...args], options: {} }),
  owner: null,
};

/**
 * @param {{ uid: number, gid: number }} account
 * @returns {Runner}
 */
function asAccount(account) {
  return { wrap: (command, args) => ({ command, args, options: account }), owner: account };
}

/**
 * @param {Runner} runner
 * @param {string} folder
 */
function canAccess(runner, folder) {
  const { command, args, options } = runner.wrap('/bin/sh', ['-c', 'test -x "$0"', folder]);
  return spawnSync(command, args, { ...options, stdio: 'ignore', cwd: '/' }).status === 0;
}

/**
 * @param {string} entry
 * @returns {{ uid: number, gid: number } | null}
 */
function ownerOf(entry) {
  if (!existsSync(entry)) return null;
  const { uid, gid } = statSync(entry);
  return { uid, gid };
}

/**
 * The owner of the nearest folder not owned by root (for `sudo npm start` in a home folder), then system
 * accounts.
 * @param {string} dataDir
 */
function accountsToTry(dataDir) {
  /** @type {{ uid: number, gid: number }[]} */
  const accounts = [];
  for (let folder = dataDir; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const owner = ownerOf(folder);
    if (owner !== null && owner.uid !== 0) {
      accounts.push(owner);
      break;
    }
  }
  const passwd = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ['postgres', 'nobody']) {
    const fields = passwd.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields !== undefined) accounts.push({ uid: Number(fields[2]), gid: Number(fields[3]) });
  }
  return accounts;
}
