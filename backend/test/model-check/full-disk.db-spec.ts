import type { EmitCommentResult, ErrorBody, Show } from '@sellary/contracts';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Caller, type CompiledBackend, compileBackend, eventually, newCaller } from '..';
import { freePort } from '../free-port';
import { replayShow } from '../replay-show';
import { BackendProcess, type PostgresProcess, startPostgresProcess } from './processes';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'sellary-disk-tests-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
const isMounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk]).status === 0;

const whenMounted = isMounted ? describe : describe.skip;
const reason = isMounted ? '' : ' (skipped: a small disk cannot be mounted)';

afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', disk]);
  rmSync(folder, { recursive: true, force: true });
});

whenMounted(`When the database's disk is full${reason}`, () => {
  let program: CompiledBackend;
  let postgres: PostgresProcess;
  let backend: BackendProcess;
  let owner: Caller;

  beforeAll(async () => {
    program = compileBackend();
    postgres = await startPostgresProcess(join(disk, 'data'));
    backend = new BackendProcess(
      program.main,
      { DATABASE_URL: postgres.url, DATA_DIR: join(folder, 'data') },
      await freePort(),
    );
    await backend.start();
    owner = await newCaller(backend.url);
  });
  afterAll(async () => {
    await backend.kill();
    await postgres.stop();
    program.remove();
  });

  const ballast = join(disk, 'ballast');
  function fill(): void {
    const file = openSync(ballast, 'a');
    try {
      for (const size of [1 << 20, 1 << 12]) {
        const block = Buffer.alloc(size);
        try {
          while (writeSync(file, block) === size);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    } finally {
      closeSync(file);
    }
  }
  const say = (show: Show, commentId: string) =>
    owner.call<EmitCommentResult & ErrorBody>('POST', '/api/debug/emit-comment', {
      showId: show.id,
      userId: commentId,
      userHandle: commentId,
      text: `sold 1 ${'please '.repeat(400)}`,
      commentId,
    });

  it('Calls and the readiness check report a full disk. When space is available again, every comment is stored exactly once.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 5 }]);
    expect((await say(show, 'before')).status).toBe(200);
    fill();
    const ids = ['before'];
    const refused = await eventually(
      () => {
        const id = `comment-${ids.length}`;
        ids.push(id);
        return say(show, id);
      },
      ({ status }) => status !== 200,
    );
    expect(refused).toMatchObject({
      status: 503,
      body: { error: { code: 'UNAVAILABLE', message: expect.stringContaining('disk is full') } },
    });
    expect(await owner.call('GET', '/health/ready')).toMatchObject({
      status: 503,
      body: { error: { details: [{ field: 'disk' }] } },
    });
    rmSync(ballast);
    await eventually(
      () => backend.ready(),
      (ready) => ready,
    );
    expect(await Promise.all(ids.map(async (id) => (await say(show, id)).status))).toEqual(
      ids.map(() => 200),
    );
    const database = new Client({ connectionString: postgres.url });
    await database.connect();
    const { rows } = await database.query<{ id: string }>(
      'SELECT platform_comment_id AS id FROM comments WHERE show_id = $1',
      [show.id],
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect((await replayShow(database, show.id)).differences).toEqual([]);
    await database.end();
  });
});
