// Installs the dependencies when they are not those of the lock file; a second start does not even ask npm.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inWorkspace } from './root.mjs';
import { run } from './run.mjs';

const LOCK = inWorkspace('package-lock.json');
const MODULES = inWorkspace('node_modules');
const STAMP = inWorkspace('node_modules', '.sellary-install');

// The optional packages differ by system, so a folder carried over from another system does not count.
function expectedStamp() {
  return `${createHash('sha256').update(readFileSync(LOCK)).digest('hex')} ${process.platform} ${process.arch}\n`;
}

export function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === expectedStamp();
}

/**
 * @param {(worker: import('../processes/identity.mjs').ProcessIdentity) => void} onStart
 * @returns {Promise<void>}
 */
export async function install(onStart) {
  if (!isInstalledByHand()) {
    console.log('Installing dependencies (only when they have changed) …');
    await run(
      'npm ci',
      npm('ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'),
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
function npm(...args) {
  const cli = process.env['npm_execpath'];
  // The npm that runs us is the one this Node came with; the first on the PATH may belong to another.
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli) && process.platform !== 'win32') {
    return [process.execPath, cli, ...args];
  }
  return ['npm', ...args];
}

/** `npm ci` may have run already: as its very last step, npm records what it has installed. */
function isInstalledByHand() {
  const record = `${MODULES}/.package-lock.json`;
  if (!existsSync(record)) return false;
  /**
   * @type {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean,
   * integrity?: string }> }}
   */
  const expected = JSON.parse(readFileSync(LOCK, 'utf8'));
  /** @type {typeof expected} */
  const present = JSON.parse(readFileSync(record, 'utf8'));
  return Object.entries(expected.packages).every(
    ([folder, { version, integrity, optional, devOptional }]) => {
      if (!folder.startsWith('node_modules/') && !folder.includes('/node_modules/')) return true;
      const installed = present.packages[folder];
      if (installed === undefined) return optional === true || devOptional === true;
      return installed.version === version && installed.integrity === integrity;
    },
  );
}
