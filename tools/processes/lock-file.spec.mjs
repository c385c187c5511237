import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { identityOf } from './identity.mjs';
import { holderOf, tryLock } from './lock-file.mjs';

const DEAD_HOLDER = { pid: process.pid, born: 'another boot/1' };

describe('a lock file', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sellary lock '));
  const file = path.join(folder, 'the.lock');
  beforeEach(() => rmSync(file, { force: true }));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('One process holds the lock, and the lock file identifies it.', () => {
    const first = tryLock(file, { url: 'http://localhost' });
    assert.ok(first.lock);
    const second = tryLock(file, {});
    assert.equal(second.lock, undefined);
    assert.equal(second.holder?.pid, process.pid);
    assert.equal(second.holder?.['url'], 'http://localhost');
    first.lock.release();
    assert.ok(tryLock(file, {}).lock);
  });

  it('The lock is free if its holder is dead, even if another process now has its pid.', () => {
    writeFileSync(file, JSON.stringify(DEAD_HOLDER));
    assert.equal(holderOf(file), null);
    assert.ok(tryLock(file, {}).lock);
  });

  it("The lock stays held while a dead holder's worker is running.", async () => {
    const worker = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    writeFileSync(file, JSON.stringify({ ...DEAD_HOLDER, worker: identityOf(worker.pid) }));
    assert.equal(tryLock(file, {}).lock, undefined);
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.stdin.end();
    await ended;
    assert.ok(tryLock(file, {}).lock);
  });

  it('A lock file that is still being written is not taken over, but one that was never finished is.', () => {
    writeFileSync(file, '');
    assert.equal(tryLock(file, {}).lock, undefined);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    assert.ok(tryLock(file, {}).lock);
  });

  it('Exactly one of 4 processes takes over the lock.', { timeout: 60_000 }, async () => {
    const module = new URL('./lock-file.mjs', import.meta.url).href;
    // All of them try to take the lock at the same moment. They stay alive until the end, because the lock of a
    // process that exits is free, and a second process could take it.
    const program = `
      const { tryLock } = await import(${JSON.stringify(module)});
      process.stdin.on('data', (text) => {
        const { file, at } = JSON.parse(text);
        while (Date.now() < at);
        console.log(tryLock(file, {}).lock ? 'mine' : 'not mine');
      });
      console.log('ready');`;
    const processes = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    /** @param {(typeof processes)[number]} contender */
    const nextLine = (contender) =>
      new Promise((resolve) => contender.stdout.once('data', (text) => resolve(String(text).trim())));
    after(() => processes.forEach((contender) => contender.kill()));
    await Promise.all(processes.map(nextLine));
    for (let round = 0; round < 50; round += 1) {
      const contested = path.join(folder, `${round}.lock`);
      writeFileSync(contested, JSON.stringify(DEAD_HOLDER));
      const answers = processes.map(nextLine);
      for (const { stdin } of processes) stdin.write(JSON.stringify({ file: contested, at: Date.now() + 5 }));
      assert.equal(
        (await Promise.all(answers)).filter((answer) => answer === 'mine').length,
        1,
        `round ${round}`,
      );
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => !name.endsWith('.lock')),
      [],
    );
  });
});
