import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

/**
 * Records each delivery twice, once in its row's transaction and once immediately over a separate connection.
 */
const EXTENSION = `
const { defineExtension, OnShowEvent } = require('@sellary/extension-kit');
const { Client } = require('pg');
const outside = new Client({ connectionString: process.env.DATABASE_URL });
const connected = outside.connect();
outside.on('error', () => undefined);
class Recorder {
  async record(event, tx) {
    await connected;
    if (event.seq % 3 === 0) setTimeout(() => { throw new Error('An exception in a timer'); }, 1);
    const row = [event.deliveryId, event.seq];
    await outside.query('INSERT INTO attempts VALUES ($1, $2)', row);
    await tx.query('INSERT INTO x_recorder_rows VALUES ($1, $2)', row);
  }
}
const handler = Object.getOwnPropertyDescriptor(Recorder.prototype, 'record');
OnShowEvent('claim.created')(Recorder.prototype, 'record', handler);
exports.default = defineExtension({ name: 'recorder', version: '1.0.0', api: '^1.0.0', followers: [Recorder] });
`;
const KILLS = 4;

describe('A follower whose process is killed', () => {
  jest.setTimeout(240_000);

  it("After kill -9 at any time, each row's writes commit once, in order, and all its deliveries have the same id.", async () => {
    const databaseUrl = await createDatabase();
    const compiled = compileBackend();
    const folder = path.join(path.dirname(compiled.main), '..', 'recorder');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'index.js'), EXTENSION);
    const database = new Client({ connectionString: databaseUrl });
    await database.connect();
    const backend = new BackendProcess(
      compiled.main,
      { DATABASE_URL: databaseUrl, EXTENSIONS: folder, DATA_DIR: path.join(folder, 'data') },
      await freePort(),
    );
    try {
      await database.query('CREATE TABLE attempts (id text, seq int)');
      await database.query('CREATE TABLE x_recorder_rows (id text, seq int, n bigserial)');
      await backend.start();
      const operator: Caller = await newCaller(backend.url);
      const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 999 }]);
      let commentCount = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const allCommented = (async () => {
          for (let i = 0; i < 40; i++, commentCount++) {
            await operator.say(show.id, `buyer${commentCount}`, 'sold 1');
          }
        })().catch(() => undefined);
        const countBefore = commentCount;
        await eventually(
          () => commentCount - countBefore,
          (count) => count > Math.random() * 8,
        );
        await backend.kill();
        await allCommented;
        await backend.start();
      }
      const counts = await eventually(
        async () => {
          const { rows } = await database.query<{ created: number; handled: number }>(
            `SELECT (SELECT count(*)::int FROM show_events WHERE type = 'claim.created') AS created, (SELECT count(*)::int FROM x_recorder_rows) AS handled`,
          );
          return rows[0] ?? { created: 0, handled: -1 };
        },
        ({ created, handled }) => created === handled,
      );
      expect(backend.alive).toBe(true);
      expect(counts.created).toBeGreaterThanOrEqual(KILLS);
      const { rows } = await database.query<{ id: string; seq: number }>(
        'SELECT id, seq FROM x_recorder_rows ORDER BY n',
      );
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq).sort((a, b) => a - b));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      const attempts = await database.query<{ ids: number; seq: number }>(
        'SELECT seq, count(DISTINCT id)::int AS ids FROM attempts GROUP BY seq',
      );
      expect(attempts.rows).toHaveLength(counts.created);
      expect(attempts.rows.filter(({ ids }) => ids !== 1)).toEqual([]);
    } finally {
      await backend.kill();
      await database.end();
      compiled.remove();
      await dropDatabase(databaseUrl);
    }
  });
});
