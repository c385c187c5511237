import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { startedAt } from '../processes/identity.mjs';
import { until } from '../testing/launched-product.mjs';
import { explainExit, prepareBinaries } from './binaries.mjs';
import { filesOf, refuseUnusablePath } from './files.mjs';
import { Refusal, runningPostgres, startPostgres } from './index.mjs';
import { isFree } from './ports.mjs';
import { postmasterOf, serverProcessesOf, startTimesMatch } from './postmaster.mjs';
import { chooseRunner, exitCodeOf } from './run-as.mjs';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'sellary postgres '));
after(() => rmSync(scratch, { recursive: true, force: true }));

/**
 * @param {string} url
 * @param {string} sql
 */
async function query(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // Many of these tests stop the server while a connection is idle.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** @param {string} url */
const isResponding = async (url) => (await query(url, 'SELECT 1').catch(() => null)) !== null;

describe('the embedded PostgreSQL', { timeout: 300_000 }, () => {
  // A name with spaces that is longer than a socket path may be.
  const dataDir = path.join(scratch, 'a long folder '.repeat(9).trim());
  const files = filesOf(dataDir);
  const interruptedStart = path.join(dataDir, 'postgres.new-1');
  /** @type {import('./index.mjs').RunningPostgres} */
  let postgres;

  before(async () => {
    mkdirSync(path.join(interruptedStart, 'cluster'), { recursive: true });
    postgres = await startPostgres({ dataDir });
    await query(postgres.url, 'CREATE TABLE numbers (n int PRIMARY KEY)');
  });
  after(() => postgres.stop());

  it('The embedded PostgreSQL is version 18 with UTF-8, checksums, and durable commits.', async () => {
    const expected = {
      server_version: '18',
      server_encoding: 'UTF8',
      data_checksums: 'on',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      password_encryption: 'scram-sha-256',
    };
    const rows = await query(
      postgres.url,
      `SELECT name, setting FROM pg_settings WHERE name IN (${Object.keys(expected).map((name) => `'${name}'`)})`,
    );
    const found = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    assert.match(found['server_version'], /^18\./);
    assert.deepEqual({ ...found, server_version: '18' }, expected);
  });

  it("The database requires a password, which only the data folder's owner can read.", async () => {
    const guessedUrl = postgres.url.replace(/:[^:@]+@/, ':guessed@');
    await assert.rejects(query(guessedUrl, 'SELECT 1'), /password authentication failed/);
    assert.equal(statSync(files.connection).mode & 0o777, 0o600);
    assert.equal(statSync(files.home).mode & 0o777, 0o700);
  });

  it('Leftovers from an interrupted first start are removed.', () => {
    assert.equal(existsSync(interruptedStart), false);
  });

  it('Other programs can find the running database.', () => {
    assert.equal(runningPostgres(dataDir), postgres.url);
  });

  it('A second start is rejected while the database is running.', async () => {
    await assert.rejects(
      startPostgres({ dataDir }),
      (error) => error instanceof Refusal && /in use by another process/.test(error.message),
    );
    assert.ok(await isResponding(postgres.url));
  });

  for (const { name, victim, endsServer } of [
    { name: 'PostgreSQL', victim: () => postmasterOf(files.cluster), endsServer: true },
    {
      name: 'one of its workers',
      victim: () => serverProcessesOf(files.cluster).find((pid) => pid !== postmasterOf(files.cluster)),
      endsServer: false,
    },
    {
      name: 'the supervisor',
      victim: () => JSON.parse(readFileSync(files.lock, 'utf8')).pid,
      endsServer: true,
    },
  ]) {
    it(`After a kill -9 of ${name}, the database responds at the same address again.`, async () => {
      const [{ next }] = await query(
        postgres.url,
        'INSERT INTO numbers SELECT count(*) + 1 FROM numbers RETURNING n AS next',
      );
      const pid = victim();
      assert.ok(pid);
      const server = postmasterOf(files.cluster);
      process.kill(pid, 'SIGKILL');
      await until(() => !serverProcessesOf(files.cluster).includes(pid), 'the process is gone');
      if (endsServer) {
        await until(() => ![null, server].includes(postmasterOf(files.cluster)), 'there is another server');
      }
      await until(() => isResponding(postgres.url), 'the database answers again');
      assert.deepEqual(await query(postgres.url, 'SELECT max(n) AS last FROM numbers'), [{ last: next }]);
    });
  }

  it('The data and the port do not change when the database is stopped and started.', async () => {
    const { url } = postgres;
    const rows = await query(url, 'SELECT count(*) FROM numbers');
    await postgres.stop();
    assert.deepEqual(serverProcessesOf(files.cluster), []);
    assert.equal(runningPostgres(dataDir), null);
    postgres = await startPostgres({ dataDir });
    assert.equal(postgres.url, url);
    assert.deepEqual(await query(url, 'SELECT count(*) FROM numbers'), rows);
  });

  it('A stale pid file whose pid now belongs to another program does not block the start.', async () => {
    await postgres.stop();
    const pidFile = path.join(files.cluster, 'postmaster.pid');
    writeFileSync(
      pidFile,
      `${process.pid}\n${files.cluster}\n1\n${postgres.port}\n\n127.0.0.1\n0 0\nready   \n`,
      { mode: 0o600 },
    );
    postgres = await startPostgres({ dataDir });
    assert.ok(await isResponding(postgres.url));
  });

  for (const [damage, text] of /** @type {const} */ ([
    ['empty', ''],
    ['cut off', '{"port": 15'],
  ])) {
    it(`If a power failure left the password file ${damage}, the database gets a new password and keeps its data.`, async () => {
      const rows = await query(postgres.url, 'SELECT count(*) FROM numbers');
      await postgres.stop();
      writeFileSync(files.connection, text);
      /** @type {string[]} */
      const lines = [];
      postgres = await startPostgres({ dataDir, log: (line) => lines.push(line) });
      assert.deepEqual(await query(postgres.url, 'SELECT count(*) FROM numbers'), rows);
      assert.match(lines.join('\n'), /connection\.json was damaged/);
      assert.equal(runningPostgres(dataDir), postgres.url);
    });
  }

  it('Another port is used if the previous one is taken.', async () => {
    await postgres.stop();
    const otherProgram = createServer().listen(postgres.port, '127.0.0.1');
    await new Promise((resolve) => otherProgram.once('listening', resolve));
    const takenPort = postgres.port;
    postgres = await startPostgres({ dataDir });
    await new Promise((resolve) => otherProgram.close(resolve));
    assert.notEqual(postgres.port, takenPort);
    assert.ok(await isResponding(postgres.url));
    assert.equal(await isFree(postgres.port), false);
  });
});

describe('a free port', () => {
  it('A port may be taken on IPv6 and free on IPv4.', async (context) => {
    const otherProgram = createServer();
    const isListening = await new Promise((resolve) => {
      otherProgram.once('error', () => resolve(false)).listen(0, '::1', () => resolve(true));
    });
    if (!isListening) return context.skip('this machine has no IPv6');
    const { port } = /** @type {import('node:net').AddressInfo} */ (otherProgram.address());
    assert.deepEqual([await isFree(port, '127.0.0.1'), await isFree(port, '::1')], [true, false]);
    await new Promise((resolve) => otherProgram.close(resolve));
  });
});

describe('an unusable data folder', () => {
  it('A database from another PostgreSQL major version is rejected.', async () => {
    const files = filesOf(path.join(scratch, 'older'));
    mkdirSync(files.cluster, { recursive: true });
    writeFileSync(path.join(files.cluster, 'PG_VERSION'), '17\n');
    writeFileSync(files.connection, '{}');
    await assert.rejects(
      startPostgres({ dataDir: files.dataDir }),
      (error) => error instanceof Refusal && /created by PostgreSQL 17/.test(error.message),
    );
    assert.equal(readFileSync(path.join(files.cluster, 'PG_VERSION'), 'utf8'), '17\n');
  });

  it('A database folder without a database is rejected.', async () => {
    const files = filesOf(path.join(scratch, 'no database'));
    mkdirSync(files.home, { recursive: true });
    await assert.rejects(
      startPostgres({ dataDir: files.dataDir }),
      (error) => error instanceof Refusal && /not a database folder/.test(error.message),
    );
  });
});

describe('the PostgreSQL programs', () => {
  it('If the installed programs cannot run in place, they are copied once, and every start uses that copy.', () => {
    const files = filesOf(path.join(scratch, 'copies'));
    mkdirSync(files.dataDir, { recursive: true });
    const runner = chooseRunner(files);
    const exitCodeFor = (/** @type {string} */ binary) =>
      binary.startsWith(files.dataDir) ? exitCodeOf(runner, binary) : 1;
    const [first, second] = [1, 2].map(() => prepareBinaries(files.binaries, exitCodeFor));
    assert.equal(first?.postgres, second?.postgres);
    assert.ok(first?.postgres.startsWith(files.binaries));
  });
});

describe('a server started through pg_ctl, as on Windows', { timeout: 300_000 }, () => {
  it('The server is created, repaired, restarted after a crash, and stopped.', async () => {
    const dataDir = path.join(scratch, 'by pg_ctl');
    const files = filesOf(dataDir);
    let postgres = await startPostgres({ dataDir, viaPgCtl: true });
    await query(postgres.url, 'CREATE TABLE numbers (n int PRIMARY KEY)');
    await query(postgres.url, 'INSERT INTO numbers VALUES (1)');
    const first = postmasterOf(files.cluster);
    assert.ok(first);
    process.kill(first, 'SIGKILL');
    await until(() => postmasterOf(files.cluster) !== first, 'another server');
    await until(() => isResponding(postgres.url), 'the database answers');
    await postgres.stop();
    assert.deepEqual(serverProcessesOf(files.cluster), []);
    writeFileSync(files.connection, '');
    postgres = await startPostgres({ dataDir, viaPgCtl: true });
    assert.deepEqual(await query(postgres.url, 'SELECT n FROM numbers'), [{ n: 1 }]);
    await assert.rejects(
      query(postgres.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1'),
      /password authentication failed/,
    );
    await postgres.stop();
  });

  it('A missing Windows runtime is recognized by the exit code, even if the code is negative.', () => {
    for (const code of [0xc0000135, 0xc0000135 | 0]) {
      assert.match(explainExit(code), /Visual C\+\+ Redistributable/);
    }
    assert.match(explainExit(1), /does not run on this system/);
  });

  it('On Windows, a folder whose path has letters that PostgreSQL cannot read is rejected.', () => {
    assert.throws(() => refuseUnusablePath('C:\\Users\\Björn\\data', 'win32'), /DATA_DIR=C:\\sellary-data/);
    refuseUnusablePath('C:\\Users\\Bjorn (old)\\data', 'win32');
    refuseUnusablePath('/home/björn/data', 'linux');
  });
});

describe('a pid in a stale pid file', () => {
  it('The pid is treated as our server only if its process started at about the time in the file.', () => {
    const seconds = 1_795_000_000;
    assert.equal(startTimesMatch(seconds * 1000 - 400, seconds), true);
    assert.equal(startTimesMatch(seconds * 1000 - 2_000, seconds), true);
    assert.equal(startTimesMatch((seconds + 60) * 1000, seconds), false);
    assert.equal(startTimesMatch((seconds - 3_600) * 1000, seconds), false);
    assert.equal(startTimesMatch(null, seconds), false);
  });

  it('The process start time comes from the system, and is null for an unused pid.', () => {
    const started = startedAt(process.pid);
    assert.ok(started !== null && Math.abs(started - (Date.now() - process.uptime() * 1000)) < 3_000);
    const unusedPid = 2 ** 22 + 1;
    assert.equal(startedAt(unusedPid), null);
  });
});
