import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { identityOf } from './identity.mjs';
import { holderOf, tryLock } from './lock-file.mjs';

describe('a lock file', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sellary lock '));
  const file = path.join(folder, 'the.lock');
  beforeEach(() => rmSync(file, { force: true }));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one and says by whom', () => {
    const first = tryLock(file, { url: 'here' });
    assert.ok(first.lock);
    const second = tryLock(file, {});
    assert.equal(second.lock, undefined);
    assert.equal(second.holder?.pid, process.pid);
    assert.equal(second.holder?.['url'], 'here');
    first.lock.release();
    assert.ok(tryLock(file, {}).lock);
  });

  it('is free when its holder is dead, whoever has that process number now', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, born: 'another boot/1' }));
    assert.equal(holderOf(file), null);
    assert.ok(tryLock(file, {}).lock);
  });

  it('is held as long as a dead holder has left a worker', async () => {
    const worker = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    writeFileSync(file, JSON.stringify({ pid: process.pid, born: 'another boot/1', worker: identityOf(worker.pid) }));
    assert.equal(tryLock(file, {}).lock, undefined);
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.stdin.end();
    await gone;
    assert.ok(tryLock(file, {}).lock);
  });

  it('is not taken from someone who is still writing it, but is from someone who never finished', () => {
    writeFileSync(file, '');
    assert.equal(tryLock(file, {}).lock, undefined);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    assert.ok(tryLock(file, {}).lock);
  });

  it('goes to exactly one of many heirs', async () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, born: 'another boot/1' }));
    const module = new URL('./lock-file.mjs', import.meta.url).href;
    // Each waits for the word, tries once, and stays alive until it is told to end: a lock held by a dead process proves nothing.
    const program = `
      const { tryLock } = await import(${JSON.stringify(module)});
      process.stdin.once('data', () => { console.log(tryLock(${JSON.stringify(file)}, {}).lock ? 'mine' : 'not mine'); });
      console.log('here');`;
    const heirs = Array.from({ length: 8 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    /** @param {import('node:child_process').ChildProcessByStdio<any, import('node:stream').Readable, null>} heir */
    const says = (heir) => new Promise((resolve) => heir.stdout.once('data', (text) => resolve(String(text).trim())));
    await Promise.all(heirs.map(says));
    const answers = heirs.map(says);
    for (const heir of heirs) heir.stdin.write('now\n');
    const claimed = await Promise.all(answers);
    for (const heir of heirs) heir.stdin.end();
    assert.equal(claimed.filter((answer) => answer === 'mine').length, 1);
    assert.deepEqual(readdirSync(folder), ['the.lock']);
  });
});
