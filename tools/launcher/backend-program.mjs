// Runs one of the backend's command-line programs against the product's database, whether or not the
// product is running.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runningPostgres, startPostgres } from '../postgres/index.mjs';
import { prepareWorkspace } from '../workspace/prepare.mjs';
import { ROOT, dataFolder, inWorkspace, readEnvironmentFile } from '../workspace/root.mjs';
import { orExit } from '../workspace/run.mjs';
import { openDataFolder } from './data-folder.mjs';
import { isProductRunning } from './instance.mjs';

/**
 * @param {string} program path below `backend/dist`
 * @param {string[]} args
 * @returns {Promise<never>} ends this process with the program's exit code
 */
export async function runBackendProgram(program, args) {
  readEnvironmentFile();
  const dataDir = dataFolder();
  const file = inWorkspace('backend', 'dist', ...program.split('/'));
  // A build would replace files that the running product uses.
  if (!(isProductRunning(dataDir) && existsSync(file))) await orExit(prepareWorkspace());
  const database = await orExit(productDatabase(dataDir));
  const code = await runProgram(file, args, {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    // Files that the user names are relative to the user's folder, not to the clone.
    INIT_CWD: process.env['INIT_CWD'] ?? process.cwd(),
  });
  await database.stop();
  process.exit(code);
}

/** Ends this process with a message if the product is running on the same data folder. */
export function exitIfProductRuns() {
  readEnvironmentFile();
  if (!isProductRunning(dataFolder())) return;
  console.error('The product is running on this data folder. Stop it first. Nothing was changed.');
  process.exit(1);
}

/**
 * @param {string} dataDir
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
async function productDatabase(dataDir) {
  const leaveRunning = async () => undefined;
  if (process.env['DATABASE_URL']) return { url: process.env['DATABASE_URL'], stop: leaveRunning };
  const url = runningPostgres(dataDir);
  if (url !== null) return { url, stop: leaveRunning };
  openDataFolder(dataDir, { withDatabase: true });
  return startPostgres({ dataDir });
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
export function runProgram(file, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    // A signal ends only the child. This process continues, so that it can stop the database afterward.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
