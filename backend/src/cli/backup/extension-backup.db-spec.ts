import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type HandlesJobs,
  defineExtension,
  JobHandler,
  type OutgoingJob,
  OutgoingQueue,
} from '@sellary/extension-kit';
import { Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import {
  createDatabase,
  dropDatabase,
  eventually,
  newCaller,
  startTestApp,
  type TestApp,
} from '../../../test';
import { migrateRestored, restoreBackup, dataSourceToRestore } from './restore-backup';
import { writeBackup } from './write-backup';

@Entity('x_shop_words')
class Word {
  @PrimaryColumn('text')
  word!: string;
}

class CreateWords1796120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE "x_shop_words" ("word" text PRIMARY KEY)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "x_shop_words"');
  }
}

class AddFirstWord1796120000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO "x_shop_words" VALUES ('first')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "x_shop_words"`);
  }
}

const handledJobs: OutgoingJob<{ n: number }>[] = [];
let isShopDown = true;

@JobHandler({ name: 'sale' })
class Sender implements HandlesJobs<{ n: number }> {
  handle(job: OutgoingJob<{ n: number }>): void {
    if (isShopDown) throw new Error('The shop does not respond.');
    handledJobs.push(job);
  }
}

const SHOP = defineExtension({
  name: 'shop',
  version: '1.0.0',
  api: '^1.0.0',
  jobHandlers: [Sender],
  entities: [Word],
  // Not in the order in which they run, and one adds rows.
  migrations: [AddFirstWord1796120000001, CreateWords1796120000000],
});

describe('Backup with an extension', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sellary-extension-backup-'));
  const file = join(folder, 'backup.tar.gz');
  let url: string;
  let workspaceId: string;

  beforeAll(async () => {
    const app = await startTestApp({ extensions: [SHOP] });
    url = await createDatabase();
    workspaceId = (await newCaller(app.url)).session.workspace.id;
    for (const n of [1, 2]) await enqueue(app, n);
    const database = await app.connect();
    await database.query(`INSERT INTO x_shop_words VALUES ('hello')`);
    await writeBackup(await app.connect(), folder, createWriteStream(file));
    await app.close();
  });
  afterAll(async () => {
    await dropDatabase(url);
    rmSync(folder, { recursive: true });
  });

  const enqueue = ({ nest }: TestApp, n: number): Promise<string> =>
    nest
      .get(OutgoingQueue)
      .enqueue(Sender, { workspaceId, key: `sale-${n}`, payload: { n }, channel: 'shop', order: 'one' });

  async function restore(extensions: (typeof SHOP)[]): Promise<void> {
    const source = await dataSourceToRestore(url, extensions).initialize();
    try {
      await restoreBackup(source, createReadStream(file), false);
      await migrateRestored(source, extensions);
    } finally {
      await source.destroy();
    }
  }

  it('A restore without the extension is rejected, and the error names the extension.', async () => {
    await expect(restore([])).rejects.toThrow('Set EXTENSIONS so that it includes shop.');
  });

  it("A restore brings back the extension's tables, and its jobs continue in order.", async () => {
    await restore([SHOP]);
    isShopDown = false;
    const restored = await startTestApp({ databaseUrl: url, extensions: [SHOP] });
    try {
      const database = await restored.connect();
      expect((await database.query('SELECT word FROM x_shop_words ORDER BY word')).rows).toEqual([
        { word: 'first' },
        { word: 'hello' },
      ]);
      await database.query(
        "UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE state < 'active'",
      );
      await enqueue(restored, 3);
      await eventually(
        () => handledJobs.length,
        (count) => count >= 3,
      );
      expect([...new Set(handledJobs.map(({ payload }) => payload.n))]).toEqual([1, 2, 3]);
    } finally {
      await restored.close();
    }
  });
});
