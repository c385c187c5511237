// Creates a data folder's cluster in a temporary folder, and then renames that folder into place, so that a
// crash leaves either a complete cluster or none.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { syncFolder } from '../files/durable-file.mjs';
import { runOnTemporaryServer } from './temporary-server.mjs';
import { cleanEnvironment } from './environment.mjs';
import { DATABASE, MAJOR_VERSION, Refusal, SUPERUSER, writeConnection } from './files.mjs';

const TEMPORARY_PREFIX = 'postgres.new-';
const newPassword = () => randomBytes(24).toString('base64url');

/**
 * @typedef {object} ClusterContext
 * @property {import('./files.mjs').Files} files
 * @property {import('./binaries.mjs').Binaries} binaries
 * @property {import('./run-as.mjs').Runner} runner
 * @property {boolean} viaPgCtl start and stop through pg_ctl. On Windows, the server refuses to run as an
 * administrator, and pg_ctl drops those rights first
 * @property {AbortSignal} ending aborted when the supervisor must stop
 */

/**
 * Throws a {@link Refusal} if the folder contains something that this version must not touch.
 * @param {import('./files.mjs').Files} files
 * @returns {boolean} true if there is a usable cluster
 */
export function hasCluster(files) {
  if (!existsSync(files.home)) return false;
  const versionFile = path.join(files.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    throw new Refusal(
      `${files.home} is not a database folder created by this product. Move it elsewhere, or choose another DATA_DIR.`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new Refusal(
      `${files.cluster} was created by PostgreSQL ${version}, but this release runs PostgreSQL ${MAJOR_VERSION}. The database was left unchanged.\n` +
        `Dump it with PostgreSQL ${version} (pg_dump), start with an empty DATA_DIR, and restore the dump there.`,
    );
  }
  return true;
}

/**
 * @param {ClusterContext} context
 * @returns {Promise<void>}
 */
export async function createCluster(context) {
  const { files, binaries, runner, ending } = context;
  for (const name of readdirSync(files.dataDir)) {
    if (name.startsWith(TEMPORARY_PREFIX)) {
      rmSync(path.join(files.dataDir, name), { recursive: true, force: true });
    }
  }
  const temporary = path.join(files.dataDir, `${TEMPORARY_PREFIX}${process.pid}`);
  const cluster = path.join(temporary, 'cluster');
  const passwordFile = path.join(temporary, 'password');
  const password = newPassword();
  try {
    mkdirSync(temporary, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (runner.owner !== null) {
      for (const entry of [temporary, passwordFile]) chownSync(entry, runner.owner.uid, runner.owner.gid);
    }
    // PostgreSQL's built-in locale. System locales differ, and upgrading one would corrupt indexes.
    await run(
      [
        binaries.initdb,
        '-D',
        cluster,
        '-U',
        SUPERUSER,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      { runner, ending, cwd: temporary },
    );
    await runOnStoppedCluster(
      { ...context, files: { ...files, home: temporary, cluster } },
      `CREATE DATABASE ${DATABASE}`,
    );
    rmSync(passwordFile);
    writeConnection(path.join(temporary, 'connection.json'), {
      port: 0,
      user: SUPERUSER,
      password,
      database: DATABASE,
    });
    renameSync(temporary, files.home);
    syncFolder(files.dataDir);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Gives the database a new password after the file with the only copy of the old one is damaged or lost. Only
 * the data folder's owner can do this. The server must not be running.
 * @param {ClusterContext} context
 * @returns {Promise<void>}
 */
export async function repairConnection(context) {
  const password = newPassword();
  await runOnStoppedCluster(context, `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'`);
  writeConnection(context.files.connection, { port: 0, user: SUPERUSER, password, database: DATABASE });
}

/**
 * Runs one statement on a cluster whose server is not running.
 * @param {ClusterContext} context
 * @param {string} statement
 * @returns {Promise<void>}
 */
async function runOnStoppedCluster(context, statement) {
  if (context.viaPgCtl) return runOnTemporaryServer(context, statement);
  const { files, binaries, runner, ending } = context;
  const settings = ['-c', 'exit_on_error=on', '-c', 'log_checkpoints=off'];
  await run([binaries.postgres, '--single', '-D', files.cluster, ...settings, 'postgres'], {
    runner,
    ending,
    cwd: path.dirname(files.cluster),
    input: `${statement}\n`,
  });
}

/**
 * @param {string[]} commandLine
 * @param {{ runner: import('./run-as.mjs').Runner, ending: AbortSignal, cwd: string, input?: string }} settings
 * @returns {Promise<void>}
 */
function run([program = '', ...programArgs], { runner, ending, cwd, input }) {
  const { command, args, options } = runner.wrap(program, programArgs);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      cwd,
      env: cleanEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      signal: ending,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else {
        reject(
          new Refusal(
            `The database could not be prepared: ${path.basename(program)} failed.\n${output.trim()}`,
          ),
        );
      }
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}
