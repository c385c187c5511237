import { closeSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../files/durable-file.mjs';
import { Refusal, SUPERUSER } from './files.mjs';
import { freePort } from './ports.mjs';
import { Postmaster } from './postmaster.mjs';

/**
 * Runs one statement on a temporary server that trusts every connection from this machine. Only needed with
 * pg_ctl, which cannot start single-user mode.
 * @param {import('./cluster.mjs').ClusterContext} context
 * @param {string} statement
 * @returns {Promise<void>}
 */
export async function runOnTemporaryServer(context, statement) {
  const { cluster, log: logFile } = context.files;
  const hbaFile = path.join(cluster, 'brief_hba.conf');
  const port = await freePort();
  replaceFile(hbaFile, 'host all all 127.0.0.1/32 trust\n', { mode: 0o644 });
  const log = openSync(logFile, 'a', 0o600);
  const server = new Postmaster(context, { port: String(port), hba_file: hbaFile }, log);
  try {
    if (!(await server.waitUntilReady())) {
      throw new Refusal(`The database could not be prepared; its log is ${logFile}`);
    }
    const { default: pg } = await import('pg');
    const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, database: 'postgres' });
    await client.connect();
    await client.query(statement);
    await client.end();
  } finally {
    await server.stop();
    closeSync(log);
    rmSync(hbaFile, { force: true });
  }
}
