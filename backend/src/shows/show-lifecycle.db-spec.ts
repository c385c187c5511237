import { type ErrorBody, type Show, type ShowEventList, type Source } from '@sellary/contracts';
import { atOnce, newCaller, refusal, useCallerPerTest, useTestApp } from '../../test';
import { BroadcastLinks } from './broadcast-links';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('The show lifecycle', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);

  const create = async (body: unknown = {}): Promise<Show> =>
    (await operator.call<Show>('POST', '/api/shows', body)).body;
  const send = (id: string, step: string, body: unknown = {}) =>
    operator.call<Show & ErrorBody>('POST', `/api/shows/${id}/${step}`, body);

  it('A show can be activated once, paused and resumed, and then stopped. Other transitions are rejected.', async () => {
    const { id } = await create({ sources: [{ platform: 'rehearsal' }] });
    const steps: [step: string, status: number, showStatus: string, problem?: string][] = [
      ['pause', 409, 'draft', "The show is a draft, so it can't be paused."],
      ['resume', 409, 'draft', "The show is a draft, so it can't be resumed."],
      ['stop', 409, 'draft', "The show is a draft, so it can't be ended."],
      ['activate', 200, 'active'],
      ['activate', 409, 'active', 'The show is already live.'],
      ['resume', 409, 'active', 'The show is already live.'],
      ['pause', 200, 'paused'],
      ['pause', 409, 'paused', 'The show is already paused.'],
      ['activate', 409, 'paused', "The show is paused, so it can't go live."],
      ['resume', 200, 'active'],
      ['pause', 200, 'paused'],
      ['stop', 200, 'ended'],
      ['activate', 409, 'ended', "The show has ended, so it can't go live."],
      ['pause', 409, 'ended', "The show has ended, so it can't be paused."],
      ['resume', 409, 'ended', "The show has ended, so it can't be resumed."],
      ['stop', 409, 'ended', 'The show has already ended.'],
    ];
    for (const [step, status, showStatus, problem] of steps) {
      const response = await send(id, step);
      expect([step, response.status]).toEqual([step, status]);
      if (problem !== undefined) {
        expect(response.body.error).toMatchObject({
          code: 'INVALID_TRANSITION',
          message: `${problem} Reload the page to see its current status.`,
        });
      } else expect(response.body.status).toBe(showStatus);
      const { body: show } = await operator.call<Show>('GET', `/api/shows/${id}`);
      expect(show.status).toBe(showStatus);
      if (status === 200) expect(response.body).toEqual({ ...show, items: undefined });
    }
    const { body: show } = await operator.call<Show>('GET', `/api/shows/${id}`);
    expect([show.startedAt, show.endedAt]).toEqual([
      expect.stringMatching(TIME),
      expect.stringMatching(TIME),
    ]);
    const { body: ledger } = await operator.call<ShowEventList>('GET', `/api/shows/${id}/events`);
    expect(
      ledger.events.map((event) => (event.type === 'session.status' ? event.data.status : event.type)),
    ).toEqual(['rules.set', 'active', 'paused', 'active', 'paused', 'ended']);
    const { id: userId, name } = operator.session.user;
    expect(ledger.events.map((event) => event.by)).toEqual(
      ledger.events.map(() => ({ kind: 'person', id: userId, name })),
    );
  });

  it('A paused show reports when the pause began, even after the show is changed during the pause.', async () => {
    const { id } = await create({ sources: [{ platform: 'rehearsal' }] });
    const pausedAt = async () => (await operator.call<Show>('GET', `/api/shows/${id}`)).body.pausedAt ?? null;
    await send(id, 'activate');
    expect(await pausedAt()).toBeNull();
    await send(id, 'pause');
    await operator.call('PATCH', `/api/shows/${id}`, { name: 'Renamed' });
    const { body: ledger } = await operator.call<ShowEventList>('GET', `/api/shows/${id}/events`);
    const pause = ledger.events.find(
      (event) => event.type === 'session.status' && event.data.status === 'paused',
    );
    expect(await pausedAt()).toBe(pause?.at);
    await send(id, 'resume');
    expect(await pausedAt()).toBeNull();
  });

  it('The last broadcast of a live show cannot be removed, even if the show also has a source without a live id.', async () => {
    const { id, sources } = await create({ sources: [{ platform: 'rehearsal' }, { platform: 'facebook' }] });
    await send(id, 'activate');
    const remove = (source: Source | undefined) =>
      operator.call<ErrorBody>('DELETE', `/api/shows/${id}/sources/${source?.id}`);
    expect(await remove(sources[0])).toMatchObject(refusal(409, 'NO_SOURCE'));
    expect((await remove(sources[1])).status).toBe(200);
  });

  it('Sixty simultaneous calls activate a show once.', async () => {
    const { id } = await create({ sources: [{ platform: 'rehearsal' }] });
    const statuses = (await atOnce(60, () => send(id, 'activate'))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(59);
  });

  it('A show cannot be activated without a source that has a live id.', async () => {
    const { id } = await create();
    expect(await send(id, 'activate')).toMatchObject(refusal(409, 'NO_SOURCE'));
    expect(await send(id, 'activate', { sources: [] })).toMatchObject(refusal(409, 'NO_SOURCE'));
    expect(await send(id, 'activate', { sources: [{ platform: 'facebook' }] })).toMatchObject(
      refusal(409, 'NO_SOURCE'),
    );
    expect((await operator.call<Show>('GET', `/api/shows/${id}`)).body).toMatchObject({
      status: 'draft',
      sources: [],
    });
    expect(
      await send(id, 'activate', { sources: [{ platform: 'rehearsal', liveId: 'mine' }] }),
    ).toMatchObject({
      status: 200,
      body: { status: 'active', sources: [{ liveId: 'mine' }] },
    });
  });

  it('Sources passed to an activation are recorded in the ledger.', async () => {
    const { id } = await create();
    await send(id, 'activate', { sources: [{ platform: 'rehearsal', liveId: 'named' }] });
    const { events } = (await operator.call<ShowEventList>('GET', `/api/shows/${id}/events`)).body;
    const liveIds = events.flatMap((event) =>
      event.type === 'show.updated' ? event.data.show.sources.map((source) => source.liveId) : [],
    );
    expect(liveIds).toEqual(['named']);
  });

  it.each(['activate', 'pause', 'resume', 'stop'])('The %s call rejects unknown fields.', async (step) => {
    const { id } = await create({ sources: [{ platform: 'rehearsal' }] });
    expect(await send(id, step, { force: true })).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
  });

  describe('Several shows with the same broadcast', () => {
    const source = { platform: 'rehearsal', liveId: 'the one' };

    it('A broadcast can be used by only one active or paused show in a workspace.', async () => {
      const [first, second] = [await create({ sources: [source] }), await create({ sources: [source] })];
      expect((await send(first.id, 'activate')).status).toBe(200);
      expect(await send(second.id, 'activate')).toMatchObject(refusal(409, 'LIVE_ALREADY_BOUND'));
      await send(first.id, 'pause');
      expect(await send(second.id, 'activate')).toMatchObject(refusal(409, 'LIVE_ALREADY_BOUND'));
      const stranger = await newCaller(app.url);
      const { body: theirShow } = await stranger.call<Show>('POST', '/api/shows', { sources: [source] });
      expect((await stranger.call('POST', `/api/shows/${theirShow.id}/activate`, {})).status).toBe(200);
      await send(first.id, 'stop');
      expect((await send(second.id, 'activate')).status).toBe(200);
    });

    it('A broadcast added to a paused show cannot be used by another show.', async () => {
      const [first, second] = [
        await create({ sources: [{ platform: 'rehearsal' }] }),
        await create({ sources: [source] }),
      ];
      await send(first.id, 'activate');
      await send(first.id, 'pause');
      expect((await operator.call('PATCH', `/api/shows/${first.id}`, { sources: [source] })).status).toBe(
        200,
      );
      expect(await send(second.id, 'activate')).toMatchObject(refusal(409, 'LIVE_ALREADY_BOUND'));
      expect((await send(first.id, 'resume')).status).toBe(200);
    });

    it('Changing a paused show cannot add a broadcast that another show uses.', async () => {
      const [first, second] = [
        await create({ sources: [source] }),
        await create({ sources: [{ platform: 'rehearsal' }] }),
      ];
      await send(first.id, 'activate');
      await send(second.id, 'activate');
      await send(second.id, 'pause');
      expect(await operator.call('PATCH', `/api/shows/${second.id}`, { sources: [source] })).toMatchObject(
        refusal(409, 'LIVE_ALREADY_BOUND'),
      );
    });
  });
});

describe('A platform that is slow to look up broadcasts', () => {
  const app = useTestApp();
  let lookUp: (liveId: string) => Promise<string>;

  beforeAll(() =>
    app.nest.get(BroadcastLinks).bind({
      assertConnections: () => Promise.resolve(),
      completeSource: (_, source) => Promise.resolve(source),
      canonicalId: (_workspaceId, _showId, { liveId }) => lookUp(liveId),
    }),
  );

  it.each([
    { command: 'activate', earlier: [] },
    { command: 'resume', earlier: ['activate', 'pause'] },
  ])(
    'The $command call keeps source changes made during the lookup, and other sources get their canonical ids.',
    async ({ command, earlier }) => {
      const operator = await newCaller(app.url);
      const sources = ['1', '2'].map((liveId) => ({ platform: 'facebook', liveId }));
      const { body: show } = await operator.call<Show>('POST', '/api/shows', { sources });
      const path = `/api/shows/${show.id}`;
      const send = async (step: string) => (await operator.call<Show>('POST', `${path}/${step}`, {})).body;
      lookUp = (liveId) => Promise.resolve(liveId);
      for (const step of earlier) await send(step);
      lookUp = async (liveId) => {
        if (liveId === '2') {
          await operator.call('DELETE', `${path}/sources/${show.sources[1]?.id}`);
          await operator.call('POST', `${path}/sources`, { platform: 'rehearsal', liveId: 'added' });
        }
        return `canonical ${liveId}`;
      };
      const after = await send(command);
      expect(after.sources.map(({ liveId }) => liveId)).toEqual(['canonical 1', 'added']);
      expect(after.sources[0]?.id).toBe(show.sources[0]?.id);
    },
  );
});
