// Installs the dependencies if they differ from the lock file, and checks this without npm.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inWorkspace } from './root.mjs';
import { run } from './run.mjs';

const LOCK = inWorkspace('package-lock.json');
const STAMP = inWorkspace('node_modules', '.sellary-install');

// Also in the stamp, because optional packages differ by system.
const SYSTEM = ` ${process.platform} ${process.arch}\n`;

function expectedStamp() {
  return createHash('sha256').update(readFileSync(LOCK)).digest('hex') + SYSTEM;
}

export function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === expectedStamp();
}

/**
 * @param {(child: import('../processes/identity.mjs').ProcessIdentity) => void} onStart
 * @returns {Promise<void>}
 */
export async function install(onStart) {
  const isFromOtherSystem = existsSync(STAMP) && !readFileSync(STAMP, 'utf8').endsWith(SYSTEM);
  if (isFromOtherSystem || !isInstalledByHand()) {
    console.log('Installing dependencies (needed only when they change) …');
    await run(
      'npm ci',
      npmCommand('ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'),
      {
        showOutput: true,
        shell: process.platform === 'win32',
        onStart,
      },
    );
  }
  writeFileSync(STAMP, expectedStamp());
}

/** @param {string[]} args */
function npmCommand(...args) {
  const cli = process.env['npm_execpath'];
  // The first npm on the PATH may belong to a different Node than the npm that started this process. On
  // Windows, the command runs in a shell, which would split a path with spaces.
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli) && process.platform !== 'win32') {
    return [process.execPath, cli, ...args];
  }
  return ['npm', ...args];
}

/**
 * Returns true if `npm ci` was run by hand. In that case, the record that npm writes last matches the lock
 * file.
 */
function isInstalledByHand() {
  const recordFile = inWorkspace('node_modules', '.package-lock.json');
  if (!existsSync(recordFile)) return false;
  /**
   * @type {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean,
   * integrity?: string }> }}
   */
  const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
  /** @type {typeof lock} */
  const record = JSON.parse(readFileSync(recordFile, 'utf8'));
  return Object.entries(lock.packages).every(([folder, { version, integrity, optional, devOptional }]) => {
    const isWorkspace = !/(^|\/)node_modules\//.test(folder);
    if (isWorkspace) return true;
    const installed = record.packages[folder];
    if (installed === undefined) return optional === true || devOptional === true;
    return installed.version === version && installed.integrity === integrity;
  });
}
