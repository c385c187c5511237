import type { Connection, Show } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { eventually, startTestApp, useCallerPerTest, useSimulatedApp } from '../../../test';
import { readProblemCodes, usePollingEveryTwoSeconds, watchSources } from '../../../test/live-sources';

jest.setTimeout(60_000);

const OWNERS = { facebook: '1000001', instagram: '17840000000000001' } as const;

describe('Broadcasts that end, fall silent, or are followed by a new one', () => {
  const { platform, app } = useSimulatedApp();
  const owner = useCallerPerTest(app);
  usePollingEveryTwoSeconds(owner);

  beforeAll(async () => {
    for (const { id } of platform.control.broadcasts.list()) platform.control.broadcasts.stop(id);
  });

  /** Starts a show with one item and a new broadcast by the account as its source. */
  async function liveShow(name: keyof typeof OWNERS) {
    const connection = await platform.connectAccount(app.url, owner, name, OWNERS[name]);
    const broadcast = platform.control.broadcasts.create({ owner: OWNERS[name], title: 'Sunday sale' });
    const show = await owner.activeShow([{ itemNumber: '12', totalQuantity: 1 }], {
      sources: [{ platform: name, liveId: broadcast.id, connectionId: connection.id }],
    });
    return { connection, broadcast, show };
  }
  const sourcesOf = async ({ id }: Show) => (await watchSources(app.url, owner, id)).sources;
  const addSource = (show: Show, connection: Connection, liveId: string) =>
    owner.call<Show>('POST', `/api/shows/${show.id}/sources`, {
      platform: connection.platform,
      connectionId: connection.id,
      liveId,
    });
  const outcomes = async ({ id }: Show): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await owner.readComments(id)).map(({ buyer, outcome }) => [buyer.displayName, outcome]),
    );
  const untilOutcome = (show: Show, viewer: string, outcome: string) =>
    eventually(
      () => outcomes(show),
      (found) => found[viewer] === outcome,
    );
  const stop = (show: Show) => owner.call('POST', `/api/shows/${show.id}/stop`, {});

  it.each(['facebook', 'instagram'] as const)(
    'An ended %s broadcast is reported once, and the new broadcast is added without losing comments.',
    async (name) => {
      const { connection, broadcast, show } = await liveShow(name);
      const sources = await sourcesOf(show);
      platform.say(broadcast.id, 'ann', 'hello');
      await untilOutcome(show, 'ann', 'ignored');
      platform.control.broadcasts.stop(broadcast.id);
      const [ended] = await eventually(sources, ([source]) => source?.state === 'ended');
      expect(ended).toMatchObject({ problem: 'LIVE_ENDED' });
      expect(Date.now() - Date.parse(ended?.endedAt ?? '')).toBeLessThan(30_000);

      const next = platform.control.broadcasts.create({ owner: OWNERS[name], title: 'Sunday sale 2' });
      platform.say(next.id, 'bob', 'sold 12');
      const [withSuccessor] = await eventually(sources, ([source]) => source?.successor !== undefined);
      expect(withSuccessor?.successor).toMatchObject({
        liveId: next.id,
        title: name === 'facebook' ? 'Sunday sale 2' : expect.stringMatching(/ live$/),
      });

      const responses = await Promise.all([
        addSource(show, connection, next.id),
        addSource(show, connection, next.id),
      ]);
      expect(responses.map(({ status, body }) => [status, body.sources.map(({ liveId }) => liveId)])).toEqual(
        [
          [200, [broadcast.id, next.id]],
          [200, [broadcast.id, next.id]],
        ],
      );
      platform.say(next.id, 'eve', 'sold 12');
      await untilOutcome(show, 'eve', 'waitlist');
      expect(await outcomes(show)).toMatchObject({ bob: 'winner', eve: 'waitlist' });
      const [first, second] = await eventually(
        sources,
        (found) => found.length === 2 && found[1]?.state === 'live',
      );
      expect(first).toMatchObject({ state: 'ended' });
      expect([first?.problem, first?.successor, second?.problem]).toEqual([undefined, undefined, undefined]);
      const events = await owner.readEvents(show.id);
      expect(events.filter(({ type }) => type === 'show.updated')).toHaveLength(1);
      expect(await readProblemCodes(owner, show.id)).toEqual(['LIVE_ENDED']);
      await stop(show);
    },
  );

  it('A comment held back until after its broadcast ended can still win.', async () => {
    const { connection, broadcast, show } = await liveShow('facebook');
    const heldBack = platform.say(broadcast.id, 'ann', 'sold 12', { releaseAfterMs: 86_400_000 });
    platform.control.broadcasts.stop(broadcast.id);
    const next = platform.control.broadcasts.create({ owner: OWNERS.facebook });
    await addSource(show, connection, next.id);
    platform.control.broadcasts.release(heldBack.id);
    await untilOutcome(show, 'ann', 'winner');
    await stop(show);
  });

  it('A broadcast that goes live again is no longer reported as ended.', async () => {
    const { broadcast, show } = await liveShow('facebook');
    const sources = await sourcesOf(show);
    platform.control.broadcasts.setStatus(broadcast.id, 'LIVE_STOPPED');
    await eventually(sources, ([source]) => source?.state === 'ended');
    platform.control.broadcasts.setStatus(broadcast.id, 'LIVE');
    const [again] = await eventually(sources, ([source]) => source?.state !== 'ended');
    expect([again?.endedAt, again?.problem]).toEqual([undefined, undefined]);
    await stop(show);
  });

  it('A newer broadcast is offered while the platform still reports the old one as live.', async () => {
    const { show } = await liveShow('facebook');
    const sources = await sourcesOf(show);
    // The platform reports start times in whole seconds, so a newer broadcast must start in a later second
    // than the show.
    await eventually(
      async () => Date.now(),
      (now) => now > Date.parse(show.startedAt ?? '') + 1_000,
    );
    const next = platform.control.broadcasts.create({ owner: OWNERS.facebook, title: 'Back again' });
    const [withSuccessor] = await eventually(sources, ([source]) => source?.successor !== undefined);
    expect(withSuccessor).toMatchObject({ successor: { liveId: next.id, title: 'Back again' } });
    expect(withSuccessor?.problem).toBeUndefined();
    await stop(show);
  });

  it('A live source that had comments is reported as silent after 60 s without comments.', async () => {
    const { broadcast, show } = await liveShow('facebook');
    const sources = await sourcesOf(show);
    platform.say(broadcast.id, 'ann', 'hello');
    await eventually(sources, ([source]) => source?.state === 'live');
    // Moves the last comment and the show's start into the past.
    const database = app.nest.get(DataSource);
    await database.query(
      "UPDATE comments SET received_at = received_at - interval '1 minute' WHERE show_id = $1",
      [show.id],
    );
    await database.query(
      `UPDATE shows SET spans = jsonb_build_array(jsonb_build_array((spans->0->>0)::bigint - 120000, null)) WHERE id = $1`,
      [show.id],
    );
    await database.query('UPDATE source_readings SET counted_since = 0 WHERE show_id = $1', [show.id]);
    const [silent] = await eventually(sources, ([source]) => source?.problem === 'SILENT');
    expect(silent).toMatchObject({ state: 'trouble' });
    platform.say(broadcast.id, 'bob', 'hi');
    await eventually(sources, ([source]) => source?.state === 'live' && source.problem === undefined);
    await stop(show);
  });

  it('A source removed from a live show is no longer read, and the last source cannot be removed.', async () => {
    const { connection, broadcast, show } = await liveShow('facebook');
    const next = platform.control.broadcasts.create({ owner: OWNERS.facebook });
    const { body: updated } = await addSource(show, connection, next.id);
    const remove = (id: string | undefined) =>
      owner.call<Show>('DELETE', `/api/shows/${show.id}/sources/${id}`);
    const [first, second] = updated.sources;
    expect((await remove(first?.id)).body.sources.map(({ id }) => id)).toEqual([second?.id]);
    expect((await remove(first?.id)).status).toBe(404);
    expect(await remove(second?.id)).toMatchObject({ status: 409, body: { error: { code: 'NO_SOURCE' } } });
    platform.say(broadcast.id, 'ann', 'sold 12');
    platform.say(next.id, 'bob', 'sold 12');
    await untilOutcome(show, 'bob', 'winner');
    expect((await outcomes(show))['ann']).toBeUndefined();
    await stop(show);
    expect((await addSource(show, connection, broadcast.id)).body).toMatchObject({
      error: { code: 'INVALID_TRANSITION' },
    });
  });

  it("The simulated audience receives the show's items, claim words, and pass words.", async () => {
    const offer = jest.spyOn(platform.control.crowds, 'offer');
    const { broadcast, show } = await liveShow('facebook');
    await eventually(
      () => offer.mock.calls,
      (calls) => calls.some(([id]) => id === broadcast.id),
    );
    await owner.call('POST', `/api/shows/${show.id}/items`, { items: [{ itemNumber: 'A-12' }] });
    await eventually(
      async () => offer.mock.calls.at(-1),
      (last) => last?.[1].items.length === 2,
    );
    expect(offer.mock.calls.at(-1)).toEqual([
      broadcast.id,
      { items: ['12', 'A-12'], variants: {}, words: { claimWords: ['sold'], passWords: ['pass'] } },
    ]);
    offer.mockRestore();
    await stop(show);
  });

  it('An account that is disconnected during a show and connected again keeps its id, so that the show finds it.', async () => {
    const { connection, broadcast, show } = await liveShow('facebook');
    platform.say(broadcast.id, 'ann', 'hello');
    await untilOutcome(show, 'ann', 'ignored');
    expect((await owner.call('DELETE', `/api/connections/${connection.id}`)).status).toBe(204);
    const again = await platform.connectAccount(app.url, owner, 'facebook', OWNERS.facebook);
    expect(again.id).toBe(connection.id);
    platform.say(broadcast.id, 'bob', 'sold 12');
    await untilOutcome(show, 'bob', 'winner');
    await stop(show);
  });

  it("A broadcast that is already another active show's source is rejected, and nothing changes.", async () => {
    const { connection, show } = await liveShow('facebook');
    const next = platform.control.broadcasts.create({ owner: OWNERS.facebook });
    const source = { platform: 'facebook', liveId: next.id, connectionId: connection.id };
    const other = await owner.activeShow([], { sources: [source] });
    const refused = await addSource(show, connection, next.id);
    expect([refused.status, refused.body]).toEqual([
      409,
      { error: { code: 'LIVE_ALREADY_BOUND', message: expect.stringContaining('Another live') } },
    ]);
    expect((await owner.readShow(show.id)).sources).toHaveLength(1);
    await stop(other);
    await stop(show);
  });

  it("A new process continues with the new broadcast and does not report the old broadcast's end again.", async () => {
    const { connection, broadcast, show } = await liveShow('facebook');
    const sources = await sourcesOf(show);
    platform.control.broadcasts.stop(broadcast.id);
    const [ended] = await eventually(sources, ([source]) => source?.state === 'ended');
    const next = platform.control.broadcasts.create({ owner: OWNERS.facebook });
    await addSource(show, connection, next.id);
    const other = await startTestApp({ env: platform.env, databaseUrl: app.databaseUrl });
    await app.nest
      .get(DataSource)
      .query('UPDATE source_leases SET owner = gen_random_uuid(), until = clock_timestamp()');
    platform.say(next.id, 'bob', 'sold 12');
    await untilOutcome(show, 'bob', 'winner');
    expect(sources()[0]?.endedAt).toBe(ended?.endedAt);
    expect(await readProblemCodes(owner, show.id)).toEqual(['LIVE_ENDED']);
    await stop(show);
    await other.close();
  });
});
