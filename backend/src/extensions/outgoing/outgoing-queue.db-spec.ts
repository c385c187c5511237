import type { JobList } from '@sellary/contracts';
import {
  defineExtension,
  type ExtensionDefinition,
  type FollowedEvent,
  type FollowerTransaction,
  type HandlesJobs,
  JobDelayed,
  JobHandler,
  JobRejected,
  OnShowEvent,
  type OutgoingJob,
  OutgoingQueue,
} from '@sellary/extension-kit';
import { Injectable } from '@nestjs/common';
import type { Client } from 'pg';
import {
  type Caller,
  createDatabase,
  dropDatabase,
  eventually,
  newCaller,
  startTestApp,
  type TestApp,
} from '../../../test';

interface Sale {
  handle: string;
  seq: number;
  buyer?: unknown;
}

/** An extension that sends each claim to a shop, and the shop. */
function shop(name: string) {
  const seen: OutgoingJob<Sale>[] = [];
  const control = {
    isDown: false,
    refuses: false,
    delayMs: null as number | null,
    hangs: false,
    handlerFails: false,
    order: 'show' as string | undefined,
    maxPerMinute: undefined as number | undefined,
  };

  @JobHandler({ name: 'sale', timeoutSeconds: 1 })
  class Sender implements HandlesJobs<Sale> {
    async handle(job: OutgoingJob<Sale>): Promise<string> {
      seen.push(job);
      if (control.hangs) await new Promise(() => undefined);
      if (control.refuses) throw new JobRejected('The shop knows no such item.');
      if (control.delayMs !== null) throw new JobDelayed('The shop is busy.', control.delayMs);
      if (control.isDown) throw new Error('The shop does not respond.');
      return 'Sent.';
    }
  }

  @Injectable()
  class Follower {
    constructor(private readonly queue: OutgoingQueue) {}

    @OnShowEvent('claim.created')
    async send(event: FollowedEvent<'claim.created'>, tx: FollowerTransaction): Promise<void> {
      const { workspaceId, deliveryId, seq, data } = event;
      const { order, maxPerMinute } = control;
      await this.queue.enqueue(
        Sender,
        {
          ...{ workspaceId, key: deliveryId, channel: 'shop' },
          payload: { handle: data.claim.buyer.handle, seq, buyer: data.claim.buyer },
          ...(order === undefined ? {} : { order }),
          ...(maxPerMinute === undefined ? {} : { maxPerMinute }),
        },
        tx,
      );
      if (control.handlerFails) throw new Error('The follower fails after it has enqueued.');
    }
  }
  return {
    seen,
    control,
    Sender,
    extension: defineExtension({
      ...{ name, version: '1.0.0', api: '^1.0.0', followers: [Follower], jobHandlers: [Sender] },
    }),
  };
}

describe('Outgoing queue', () => {
  const apps = new Set<TestApp>();
  let databaseUrl: string;
  let operator: Caller;
  let showId: string;
  let database: Client;

  beforeEach(async () => {
    databaseUrl = await createDatabase();
  });
  afterEach(async () => {
    for (const app of apps) await stop(app);
    await dropDatabase(databaseUrl);
  });

  async function start(extensions: ExtensionDefinition[]): Promise<TestApp> {
    const app = await startTestApp({ databaseUrl, extensions });
    apps.add(app);
    return app;
  }
  const stop = async (app: TestApp): Promise<void> => {
    apps.delete(app);
    await app.close();
  };
  async function startShow(extensions: ExtensionDefinition[]): Promise<TestApp> {
    const app = await start(extensions);
    operator = await newCaller(app.url);
    showId = (await operator.activeShow([{ itemNumber: '1', totalQuantity: 99 }])).id;
    database = await app.connect();
    return app;
  }
  const claim = (...handles: string[]): Promise<void> =>
    handles.reduce<Promise<void>>(
      (before, handle) => before.then(() => operator.say(showId, handle, 'sold 1')).then(() => undefined),
      Promise.resolve(),
    );
  const jobs = async (extension: string, query = ''): Promise<JobList['jobs']> =>
    (await operator.call<JobList>('GET', `/api/extensions/${extension}/jobs${query}`)).body.jobs;
  const states = async (extension: string): Promise<string[]> =>
    (await jobs(extension)).map(({ state }) => state).reverse();
  /** Ends every pause. */
  const skipPauses = (): Promise<unknown> =>
    database.query("UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE state < 'active'");

  it('A job that a follower enqueued is handled once, with its payload and a stable key.', async () => {
    const { seen, extension } = shop('shop');
    await startShow([extension]);
    await claim('ann', 'bob');
    await eventually(
      () => states('shop'),
      (all) => all.join() === 'done,done',
    );
    expect(seen.map(({ payload, attempt }) => [payload.handle, attempt])).toEqual([
      ['ann', 1],
      ['bob', 1],
    ]);
    expect((await jobs('shop'))[0]).toMatchObject({
      handler: 'sale',
      result: 'Sent.',
      error: null,
      attempts: 1,
    });
    expect(new Set(seen.map(({ key }) => key)).size).toBe(2);
  });

  it('A follower that fails after enqueueing leaves no job.', async () => {
    const { seen, control, extension } = shop('shop');
    await startShow([extension]);
    control.handlerFails = true;
    await claim('ann');
    await eventually(
      async () => (await database.query('SELECT 1 FROM extension_cursors WHERE failures > 0')).rowCount,
      (failing) => failing === 1,
    );
    expect(await jobs('shop')).toEqual([]);
    control.handlerFails = false;
    await database.query('UPDATE extension_cursors SET retry_at = now()');
    await eventually(
      () => states('shop'),
      (all) => all.join() === 'done',
    );
    expect(seen).toHaveLength(1);
  });

  it('A receiver that is down for many attempts loses no job, and receives the jobs of a show in order.', async () => {
    const { seen, control, extension } = shop('shop');
    await startShow([extension]);
    control.isDown = true;
    await claim('ann', 'bob', 'cat');
    await eventually(
      async () => (await jobs('shop')).length,
      (count) => count === 3,
    );
    for (let attempt = 1; attempt <= 12; attempt++) {
      await eventually(
        async () => (await jobs('shop')).at(-1)?.attempts ?? 0,
        (count) => count >= attempt,
      );
      await skipPauses();
    }
    expect(new Set(seen.map(({ payload }) => payload.handle))).toEqual(new Set(['ann']));
    expect((await jobs('shop')).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    control.isDown = false;
    await eventually(
      async () => {
        await skipPauses();
        return states('shop');
      },
      (all) => all.join() === 'done,done,done',
    );
    const delivered = seen
      .map(({ payload }) => payload.handle)
      .filter((name, at, all) => all[at - 1] !== name);
    expect(delivered).toEqual(['ann', 'bob', 'cat']);
    const anns = seen.filter(({ payload }) => payload.handle === 'ann');
    expect(new Set(anns.map(({ id, key }) => `${id} ${key}`)).size).toBe(1);
    expect(anns.map(({ attempt }) => attempt)).toEqual(anns.map((_, at) => at + 1));
  });

  it('A job fails for good after its time, is listed, can be sent again or discarded, and the next one follows.', async () => {
    const { seen, control, extension } = shop('shop');
    await startShow([extension]);
    control.isDown = true;
    await claim('ann', 'bob', 'cat');
    await eventually(
      async () => (await jobs('shop')).length,
      (count) => count === 3,
    );
    await database.query('UPDATE outgoing_jobs SET retry_until = now()');
    await eventually(
      async () => {
        await skipPauses();
        return states('shop');
      },
      (all) => all.join() === 'failed,failed,failed',
    );
    const [cat, bob, ann] = await jobs('shop', '?state=failed');
    expect(ann).toMatchObject({ error: 'The shop does not respond.', attempts: 3, nextAttemptAt: null });
    control.isDown = false;
    const path = (id: string | undefined, act: string): string => `/api/extensions/shop/jobs/${id}/${act}`;
    expect((await operator.call('POST', path(ann?.id, 'resend'))).status).toBe(204);
    expect((await operator.call('POST', path(bob?.id, 'discard'))).status).toBe(204);
    await eventually(
      () => states('shop'),
      (all) => all.join() === 'done,discarded,failed',
    );
    expect(seen.at(-1)).toMatchObject({ key: ann?.key, attempt: 1 });
    const stranger = await newCaller([...apps][0]?.url ?? '');
    expect((await stranger.call<JobList>('GET', '/api/extensions/shop/jobs')).body.jobs).toEqual([]);
    expect((await stranger.call('POST', path(cat?.id, 'resend'))).status).toBe(404);
    expect((await operator.call('GET', '/api/extensions/other/jobs')).status).toBe(404);
    expect((await operator.call('GET', '/api/extensions/shop/jobs?state=lost')).status).toBe(400);
  });

  it('A job that its receiver refuses is not tried again; one that is delayed waits as long as it is asked to.', async () => {
    const { control, extension } = shop('shop');
    await startShow([extension]);
    control.refuses = true;
    await claim('ann');
    await eventually(
      () => states('shop'),
      (all) => all.join() === 'failed',
    );
    expect((await jobs('shop'))[0]).toMatchObject({ attempts: 1, error: 'The shop knows no such item.' });
    control.refuses = false;
    control.delayMs = 1_800_000;
    await claim('bob');
    const [bob] = await eventually(
      () => jobs('shop', '?state=waiting'),
      ([job]) => job?.error === 'The shop is busy.',
    );
    const inMs = Date.parse(bob?.nextAttemptAt ?? '') - Date.now();
    expect(inMs).toBeGreaterThan(1_700_000);
    expect(inMs).toBeLessThanOrEqual(1_800_000);
  });

  it('A handler that hangs is given up at its time limit, and delays no other extension.', async () => {
    const [slow, fast] = [shop('slow'), shop('fast')];
    await startShow([slow.extension, fast.extension]);
    slow.control.hangs = true;
    slow.control.order = undefined;
    await claim('ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jim');
    await eventually(
      () => states('fast'),
      (all) => all.length === 10 && all.every((state) => state === 'done'),
    );
    const [last] = await eventually(
      () => jobs('slow'),
      (all) => all.every(({ error }) => error !== null),
    );
    expect(last?.error).toBe('sale took longer than 1 seconds.');
  });

  it('Attempts of a channel keep its rate.', async () => {
    const { seen, control, extension } = shop('shop');
    await startShow([extension]);
    control.order = undefined;
    control.maxPerMinute = 20;
    await claim('ann', 'bob', 'cat');
    await eventually(
      async () => (await jobs('shop')).length,
      (count) => count === 3,
    );
    const { rows } = await eventually(
      () =>
        database.query<{ n: number }>(
          'SELECT (extract(epoch FROM next_at - now()))::float AS n FROM outgoing_rates',
        ),
      ({ rows: [rate] }) => (rate?.n ?? 0) > 3,
    );
    expect(rows).toHaveLength(1);
    expect(seen.length).toBeLessThan(3);
    await eventually(
      () => states('shop'),
      (all) => all.every((state) => state === 'done'),
    );
    expect(seen).toHaveLength(3);
  });

  it('Two processes that start together on an empty database share the jobs, and each job is handled once.', async () => {
    const [first, second] = [shop('shop'), shop('shop')];
    const [app] = await Promise.all([start([first.extension]), start([second.extension])]);
    operator = await newCaller(app.url);
    showId = (await operator.activeShow([{ itemNumber: '1', totalQuantity: 99 }])).id;
    for (const { control } of [first, second]) control.order = undefined;
    const handles = Array.from({ length: 20 }, (_, n) => `viewer-${n}`);
    await claim(...handles);
    await eventually(
      () => states('shop'),
      (all) => all.length === 20 && all.every((state) => state === 'done'),
    );
    const seen = [...first.seen, ...second.seen].map(({ payload }) => payload.handle);
    expect(seen.sort()).toEqual(handles.sort());
  });

  it('Jobs that pg-boss has lost are handled after the next start, as after a restored backup.', async () => {
    const before = shop('shop');
    const app = await startShow([before.extension]);
    before.control.isDown = true;
    await claim('ann', 'bob');
    await eventually(
      async () => (await jobs('shop')).length,
      (count) => count === 2,
    );
    await stop(app);
    const { seen, extension } = shop('shop');
    const client = await (await start([])).connect();
    await client.query('DROP SCHEMA pgboss CASCADE');
    await client.query('UPDATE outgoing_jobs SET next_attempt_at = now()');
    await start([extension]);
    await eventually(
      () => seen.map(({ payload }) => payload.handle).join(),
      (handles) => handles === 'ann,bob',
    );
  });

  it('An erasure removes the viewer from the jobs, and those that wait are sent without the name.', async () => {
    const { seen, control, extension } = shop('shop');
    await startShow([extension]);
    control.isDown = true;
    await claim('bella.rosa', 'ann');
    await eventually(
      async () => (await jobs('shop')).length,
      (count) => count === 2,
    );
    const path = `/api/workspaces/${operator.session.workspace.id}/erasures`;
    const erased = await operator.call('POST', path, { platform: 'rehearsal', platformUserId: 'bella.rosa' });
    expect(erased.status).toBe(200);
    const { rows } = await database.query<{ payload: string }>(
      'SELECT payload::text FROM outgoing_jobs ORDER BY place',
    );
    expect(JSON.stringify(rows)).not.toContain('bella.rosa');
    expect(JSON.stringify(rows)).toContain('Erased viewer');
    expect(rows[1]?.payload).toContain('"ann"');
    seen.length = 0;
    control.isDown = false;
    await eventually(
      async () => {
        await skipPauses();
        return states('shop');
      },
      (all) => all.join() === 'done,done',
    );
    expect(JSON.stringify(seen)).not.toContain('bella.rosa');
  });

  it('The jobs of a workspace end with it.', async () => {
    const { control, extension } = shop('shop');
    await startShow([extension]);
    control.isDown = true;
    await claim('ann');
    await eventually(
      async () => (await jobs('shop')).length,
      (count) => count === 1,
    );
    const { rows } = await database.query<{ action: string }>(
      `SELECT confdeltype AS action FROM pg_constraint WHERE conname = 'FK_outgoing_jobs_workspace'`,
    );
    expect(rows).toEqual([{ action: 'c' }]);
  });
});
