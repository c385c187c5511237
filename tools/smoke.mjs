// `npm run smoke`: starts the product on an empty data folder, sells one item through the public API, and
// stops it again. It does not need a browser or a separate database, so it runs on every system.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { freePort } from './postgres/ports.mjs';
import { Product } from './rehearse/product.mjs';
import { beginProgram } from './workspace/begin-program.mjs';
import { inWorkspace } from './workspace/root.mjs';

beginProgram();

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sellary-smoke-'));
const port = await freePort();
const product = spawn(process.execPath, [inWorkspace('tools', 'start.mjs')], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: '', NODE_ENV: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => product.once('exit', (code, signal) => resolve(signal ?? code)));

/** @type {Promise<string>} */
const ready = new Promise((resolve, reject) => {
  let output = '';
  product.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    output += text;
    const url = /is ready: (\S+)/.exec(output)?.[1];
    if (url !== undefined) resolve(url);
  });
  void ended.then((reason) => reject(new Error(`The product ended before it was ready (${reason}).`)));
});

try {
  const api = new Product(await ready);
  await api.signIn();
  const show = await api.call('POST', '/api/shows', {
    name: 'Smoke test',
    sources: [{ platform: 'rehearsal' }],
  });
  await api.call('POST', `/api/shows/${show.id}/items`, { items: [{ itemNumber: '12' }] });
  await api.call('POST', `/api/shows/${show.id}/activate`, {});
  const say = (/** @type {string} */ user) =>
    api.call('POST', '/api/debug/emit-comment', {
      showId: show.id,
      userId: user,
      userHandle: user,
      text: 'sold 12',
    });
  assert.equal((await say('ann')).outcome, 'winner');
  assert.equal((await say('bob')).outcome, 'waitlist');
  console.log('Sold one item: the first viewer won, the second waits.');
} finally {
  // Windows has no signals. There, this kills the launcher immediately, along with everything it started.
  product.kill('SIGTERM');
  const reason = await ended;
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  if (process.platform !== 'win32') assert.equal(reason, 0, `The product stopped with ${reason}.`);
}
console.log('Stopped cleanly.');
