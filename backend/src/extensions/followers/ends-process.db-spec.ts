import type { ParkedRowList } from '@sellary/contracts';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import {
  type Caller,
  compileBackend,
  createDatabase,
  dropDatabase,
  eventually,
  newCaller,
} from '../../../test';
import { freePort } from '../../../test/free-port';
import { BackendProcess } from '../../../test/model-check/processes';

/** A follower with a different fault for each of five buyers. It records the buyers that it handles. */
const EXTENSION = `
const { defineExtension, OnShowEvent } = require('@sellary/extension-kit');
const leaked = [];
class Faulty {
  async record(event, tx) {
    const { handle } = event.data.claim.buyer;
    if (handle === 'exit') process.exit(7);
    if (handle === 'reject') void Promise.reject(new Error('A promise that is not awaited'));
    if (handle === 'timer') setTimeout(() => { throw new Error('An exception in a timer'); }, 1);
    if (handle === 'leak') { leaked.push(Buffer.alloc(8_000_000)); setInterval(() => undefined, 1_000); }
    if (handle === 'not-an-error') throw { toString: null };
    await tx.query('INSERT INTO x_faulty_rows VALUES ($1)', [handle]);
  }
}
const handler = Object.getOwnPropertyDescriptor(Faulty.prototype, 'record');
OnShowEvent('claim.created')(Faulty.prototype, 'record', handler);
exports.default = defineExtension({ name: 'faulty', version: '1.0.0', api: '^1.0.0', followers: [Faulty] });
`;

describe('A faulty follower in a separate process', () => {
  jest.setTimeout(240_000);
  let databaseUrl: string;
  let compiled: ReturnType<typeof compileBackend>;
  let database: Client;
  let backend: BackendProcess;
  let operator: Caller;

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    compiled = compileBackend();
    const folder = path.join(path.dirname(compiled.main), '..', 'faulty');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'index.js'), EXTENSION);
    database = new Client({ connectionString: databaseUrl });
    await database.connect();
    await database.query('CREATE TABLE x_faulty_rows (handle text)');
    backend = new BackendProcess(
      compiled.main,
      { DATABASE_URL: databaseUrl, EXTENSIONS: folder, DATA_DIR: path.join(folder, 'data') },
      await freePort(),
    );
    await backend.start();
    operator = await newCaller(backend.url);
  });
  afterAll(async () => {
    await backend.kill();
    await database.end();
    compiled.remove();
    await dropDatabase(databaseUrl);
  });

  const recordedBuyers = async (): Promise<string[]> =>
    (await database.query<{ handle: string }>('SELECT handle FROM x_faulty_rows')).rows.map(
      ({ handle }) => handle,
    );
  const parkedRows = async (): Promise<ParkedRowList['parked']> =>
    (await operator.call<ParkedRowList>('GET', '/api/extensions/faulty/parked')).body.parked;
  const skipPauses = () => database.query('UPDATE extension_cursors SET retry_at = NULL');
  const waitForExit = async (): Promise<void> => {
    while (backend.alive) await delay(20);
  };

  const nextOutcome = async (parkedBefore: number): Promise<'ended' | 'parked'> => {
    while (backend.alive) {
      const rows = await parkedRows().catch(() => []);
      if (rows.length > parkedBefore) return 'parked';
      await delay(50);
    }
    return 'ended';
  };

  it('Timer exceptions, unhandled rejections, and leaks do not end the process, and a thrown non-error parks the row.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 99 }]);
    for (const buyer of ['reject', 'timer', 'leak', 'not-an-error', 'ann']) {
      await operator.say(show.id, buyer, 'sold 1');
    }
    await eventually(
      async () => (await skipPauses(), recordedBuyers()),
      (all) => all.includes('ann'),
    );
    expect(backend.alive).toBe(true);
    expect((await recordedBuyers()).sort()).toEqual(['ann', 'leak', 'reject', 'timer']);
    expect(await parkedRows()).toMatchObject([{ error: 'An error without a message.' }]);
  });

  it('A row that ends the process is set aside within 9 attempts. Claims are still decided, and no other row is handled twice.', async () => {
    const parkedBefore = (await parkedRows()).length;
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 99 }]);
    const names = ['bob', 'exit', 'cat'];
    for (const name of names) await operator.say(show.id, name, 'sold 1').catch(() => undefined);
    let starts = 0;
    for (; starts < 20 && (await nextOutcome(parkedBefore)) === 'ended'; starts++) {
      await backend.start();
      // While the row waits for its next attempt, claims are decided as usual.
      if (starts === 5) {
        const { outcome } = await operator.say(show.id, 'dan', 'sold 1');
        expect(outcome).toBe('winner');
      }
      await skipPauses();
    }
    expect(starts).toBeLessThanOrEqual(9);
    expect((await parkedRows())[0]?.error).toBe(
      'The process, or its connection to the database, ended while this event was being handled.',
    );
    const all = await eventually(recordedBuyers, (rows) => rows.includes('dan'));
    for (const name of ['bob', 'cat', 'dan']) {
      expect(all.filter((handle) => handle === name).length).toBeLessThanOrEqual(1);
    }
    // A retry that ends the process again does not end the next process.
    const [row] = await parkedRows();
    await operator.call('POST', '/api/extensions/faulty/parked/retry', { ids: [row?.id] });
    await waitForExit();
    await backend.start();
    await eventually(parkedRows, ([first]) => first?.retrying === false);
    expect(backend.alive).toBe(true);
  });
});
