import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { freePort } from '../postgres/ports.mjs';
import { filesOf } from '../postgres/files.mjs';
import { postmasterOf } from '../postgres/postmaster.mjs';
import {
  untilReady,
  launchProduct,
  launcherOf,
  processesOf,
  serverOf,
  until,
} from '../testing/launched-product.mjs';

/** @typedef {import('../testing/launched-product.mjs').LaunchedProduct} LaunchedProduct */

describe('the launcher', { timeout: 300_000 }, () => {
  // All tests use one data folder, because creating a database takes longer than everything else here.
  const dataDir = path.join(mkdtempSync(path.join(os.tmpdir(), 'sellary launcher ')), 'data folder');
  const log = `${dataDir}.log`;
  /** @type {number} */
  let port;
  /** @type {LaunchedProduct[]} */
  let startedProducts = [];

  /** @param {Partial<Parameters<typeof launchProduct>[0]>} [options] */
  function launch(options = {}) {
    const product = launchProduct({ dataDir, port, log, ...options });
    startedProducts.push(product);
    return product;
  }

  /** @param {Parameters<typeof launch>[0]} [options] */
  async function launchReady(options) {
    const product = launch(options);
    await untilReady(product);
    return product;
  }

  /** @param {RequestInit} [request] */
  async function fetchNumber(request) {
    const response = await fetch(`http://127.0.0.1:${port}/`, request);
    return response.ok ? Number(await response.text()) : null;
  }

  const countRows = () => fetchNumber();
  const addRow = () => fetchNumber({ method: 'POST' });
  const untilAllEnded = () =>
    until(
      () => processesOf(dataDir).length === 0,
      () => `all processes ended; still running: ${processesOf(dataDir)}`,
    );

  beforeEach(async () => {
    port = await freePort();
    writeFileSync(log, '');
  });
  afterEach(async () => {
    for (const { child } of startedProducts) child.kill('SIGTERM');
    startedProducts = [];
    try {
      await untilAllEnded();
    } finally {
      // Processes left by a failed test must not fail the next test or outlive the run.
      for (const pid of processesOf(dataDir)) process.kill(pid, 'SIGKILL');
    }
  });
  after(() => rmSync(path.dirname(dataDir), { recursive: true, force: true }));

  it('The launcher prints its address when it is ready, and stops cleanly on request.', async () => {
    const product = await launchReady();
    assert.match(
      product.output(),
      new RegExp(`^Sellary Live Assist is ready: http://127.0.0.1:${port}$`, 'm'),
    );
    product.child.kill('SIGTERM');
    assert.equal(await product.ended, 0);
    // The fake server writes "closed" only after one more query, which shows that the database stops after
    // the server.
    assert.equal(readFileSync(log, 'utf8'), 'listening\nclosed\n');
    await untilAllEnded();
  });

  it('If another program uses the port on IPv6, the launcher prints a working address and warns about localhost.', async (context) => {
    const otherProgram = createServer();
    const isListening = await new Promise((resolve) => {
      otherProgram.once('error', () => resolve(false)).listen(port, '::1', () => resolve(true));
    });
    if (!isListening) return context.skip('this machine has no IPv6');
    try {
      const product = await launchReady();
      await until(() => product.output().includes(`may respond at http://localhost:${port}.`), 'the warning');
      const url = /is ready: (\S+)/.exec(product.output())?.[1] ?? '';
      assert.equal((await fetch(url, { method: 'POST' })).status, 200);
    } finally {
      otherProgram.close();
    }
  });

  it('A second signal from the same key press is ignored.', async () => {
    const product = await launchReady();
    product.child.kill('SIGINT');
    product.child.kill('SIGINT');
    assert.equal(await product.ended, 0);
    assert.match(readFileSync(log, 'utf8'), /closed/);
  });

  it('A second start on the same data folder fails, and reports the running process.', async () => {
    const first = await launchReady();
    const second = launch({ port: port + 1 });
    assert.equal(await second.ended, 1);
    assert.match(
      second.output(),
      new RegExp(`already running at http://127.0.0.1:${port} \\(process ${first.child.pid}\\)`),
    );
    assert.notEqual(await addRow(), null);
  });

  it('The launcher can be restarted immediately after kill -9, with all committed data.', async () => {
    const first = await launchReady();
    await addRow();
    const before = await countRows();
    first.child.kill('SIGKILL');
    await launchReady();
    assert.equal(await countRows(), before);
  });

  it('No process remains after kill -9.', async () => {
    const product = await launchReady();
    product.child.kill('SIGKILL');
    await product.ended;
    await untilAllEnded();
  });

  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    it(`The launcher ends when the npm that started it gets ${signal}, and can be restarted immediately.`, async () => {
      const first = await launchReady({ byNpm: true });
      const launcher = launcherOf(dataDir);
      await addRow();
      const before = await countRows();
      first.child.kill(signal);
      await launchReady();
      assert.notEqual(launcherOf(dataDir), launcher);
      assert.equal(await countRows(), before);
    });
  }

  it('A killed PostgreSQL is restarted with all committed data.', async () => {
    await launchReady();
    await addRow();
    const before = await countRows();
    const postmaster = postmasterOf(filesOf(dataDir).cluster);
    assert.ok(postmaster);
    process.kill(postmaster, 'SIGKILL');
    await until(() => postmasterOf(filesOf(dataDir).cluster) !== postmaster, 'another PostgreSQL');
    await until(async () => (await countRows()) !== null, 'the database answers');
    assert.equal(await countRows(), before);
    assert.notEqual(await addRow(), null);
    assert.equal(await countRows(), Number(before) + 1);
  });

  it('A server that ended unexpectedly is restarted at the same address, with all committed data.', async () => {
    const product = await launchReady();
    await addRow();
    const before = await countRows();
    for (const signal of /** @type {const} */ (['SIGKILL', 'SIGABRT'])) {
      const server = serverOf(dataDir);
      process.kill(server, signal);
      await until(() => serverOf(dataDir) !== server, 'another server process');
      await until(async () => (await countRows().catch(() => null)) !== null, 'the server answers');
    }
    assert.equal(await countRows(), before);
    assert.match(
      product.output(),
      /The server stopped unexpectedly \(SIGKILL\)\. Starting it again\.\n(.*\n)*The server is ready again\./,
    );
    product.child.kill('SIGTERM');
    assert.equal(await product.ended, 0);
  });

  it('The pause grows with each failed restart, and the launcher stops immediately on request.', async () => {
    const startedOnce = `${dataDir}.started-once`;
    const fragile = `${dataDir}.fragile.mjs`;
    writeFileSync(
      fragile,
      `import { existsSync, writeFileSync } from 'node:fs';
       export async function startServer() {
         if (existsSync(${JSON.stringify(startedOnce)})) process.exit(3);
         writeFileSync(${JSON.stringify(startedOnce)}, '');
         setTimeout(() => process.exit(3), 50);
         return { url: 'http://localhost:${port}', close: () => Promise.resolve() };
       }`,
    );
    const product = launch({ server: fragile });
    await until(
      () =>
        /exit code 3\)\. Starting it again\.\n(.*\n)*.*exit code 3\)\. Starting it again in 0\.5 s\.\n(.*\n)*.*again in 1 s/.test(
          product.output(),
        ),
      () => `three attempts with growing pauses; it printed:\n${product.output()}`,
    );
    product.child.kill('SIGTERM');
    assert.equal(await product.ended, 0);
    rmSync(startedOnce);
  });

  it('The launcher reports that its port is in use, and leaves no database running.', async () => {
    const otherProgram = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => otherProgram.once('listening', resolve));
    const product = launch();
    assert.equal(await product.ended, 1);
    assert.match(product.output(), new RegExp(`Port ${port} is already in use.*PORT=${port + 1} npm start`));
    await new Promise((resolve) => otherProgram.close(resolve));
    await untilAllEnded();
  });

  it('The launcher stops the database if the server does not start.', async () => {
    const broken = `${dataDir}.mjs`;
    writeFileSync(broken, "export const startServer = () => Promise.reject(new Error('no such table'));");
    const product = launch({ server: broken });
    assert.equal(await product.ended, 1);
    assert.match(product.output(), /no such table/);
    await untilAllEnded();
  });

  it('The launcher reports missing settings without a stack trace.', async () => {
    const strict = `${dataDir}.strict.mjs`;
    writeFileSync(
      strict,
      "export const startServer = () => Promise.reject(Object.assign(new Error('JWT_SECRET is missing'), { problems: ['JWT_SECRET is missing'] }));",
    );
    const product = launch({ server: strict });
    assert.equal(await product.ended, 1);
    assert.match(product.output(), /^JWT_SECRET is missing$/m);
    assert.doesNotMatch(product.output(), /problems|\n\s+at /);
    await untilAllEnded();
  });
});
