import {
  DEFAULT_RULES,
  type ErrorBody,
  type Show,
  type ShowEventList,
  type ShowList,
  type ShowWithItems,
} from '@sellary/contracts';
import { atOnce, refusal, useCallerPerTest, useTestApp } from '../../test';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('Shows', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);

  const create = async (body: unknown = {}): Promise<Show> =>
    (await operator.call<Show>('POST', '/api/shows', body)).body;
  const send = (id: string, step: string, body: unknown = {}) =>
    operator.call<Show & ErrorBody>('POST', `/api/shows/${id}/${step}`, body);
  /** Reads the ids on all pages of the list, and runs `afterPage` after each page. */
  const listIds = async (query: string, afterPage?: () => Promise<unknown>): Promise<string[]> => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/api/shows?${query}${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const { body } = await operator.call<ShowList>('GET', path);
      ids.push(...body.shows.map((show) => show.id));
      cursor = body.nextCursor;
      await afterPage?.();
    }
    return ids;
  };

  it('A new show is a draft and has exactly the published shape.', async () => {
    const { status, body } = await operator.call<Show>('POST', '/api/shows', {
      name: ' Friday ',
      sources: [{ platform: 'rehearsal' }],
      passWords: ['weg'],
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String) as string,
      name: 'Friday',
      status: 'draft',
      sources: [
        {
          id: expect.any(String) as string,
          platform: 'rehearsal',
          connectionId: null,
          liveId: expect.any(String) as string,
          liveUrl: null,
        },
      ],
      rules: { ...DEFAULT_RULES, passWords: ['weg'] },
      claimWords: ['sold'],
      passWords: ['weg'],
      fairnessWindowSeconds: 0,
      maxClaimsPerComment: 1,
      nowShowingItemId: null,
      dismissedNumbers: [],
      startedAt: null,
      endedAt: null,
      createdAt: expect.stringMatching(TIME) as string,
      updatedAt: expect.stringMatching(TIME) as string,
      stats: {
        items: 0,
        itemsClaimed: 0,
        unitsTotal: 0,
        unitsClaimed: 0,
        winners: 0,
        waitlisted: 0,
        unmatched: 0,
        pending: 0,
        review: 0,
        uniqueBuyers: 0,
        comments: 0,
        claims: 0,
      },
      lastSeq: 0,
    });
    expect((await operator.call<ShowWithItems>('GET', `/api/shows/${body.id}`)).body).toEqual({
      ...body,
      items: [],
    });
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: null }, 'name'],
    [{ sources: [{}] }, 'sources.0.platform'],
    [{ sources: [{ platform: 'tiktok' }] }, 'sources.0.platform'],
    [{ sources: [{ platform: 'rehearsal', extra: 1 }] }, 'sources.0.extra'],
    [{ sources: 'rehearsal' }, 'sources'],
    [{ sources: [[]] }, 'sources'],
    [{ maxClaimsPerComment: '1' }, 'maxClaimsPerComment'],
    [{ maxClaimsPerComment: 1.5 }, 'maxClaimsPerComment'],
    [{ fairnessWindowSeconds: true }, 'fairnessWindowSeconds'],
    [{ claimWords: ['sold', 'SOLD'] }, 'claimWords'],
    [{ status: 'active' }, 'status'],
  ])('A show cannot be created from %j.', async (body, field) => {
    const response = await operator.call<ErrorBody>('POST', '/api/shows', body);
    expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
    expect(response.body.error.details?.map((detail) => detail.field)).toContain(field);
  });

  it('A show cannot be created with an unknown connection.', async () => {
    const connectionId = '01a20600-d4ed-79d3-ac76-34b0c84dda6b';
    expect(
      await operator.call('POST', '/api/shows', { sources: [{ platform: 'facebook', connectionId }] }),
    ).toMatchObject(refusal(404, 'NOT_FOUND'));
  });

  it('Shows are listed newest first, page by page, even while new shows are created.', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1) ids.unshift((await create()).id);
    expect(await listIds('limit=3', create)).toEqual(ids);
  });

  it('Thirty shows created at the same time are each listed once.', async () => {
    const shows = await atOnce(30, () => create());
    expect((await listIds('status=draft&limit=7')).sort()).toEqual(shows.map((show) => show.id).sort());
    expect((await operator.call<ShowList>('GET', '/api/shows?status=ended')).body).toEqual({
      shows: [],
      nextCursor: null,
    });
  });

  it('A change affects only the fields it includes. Sources can be changed only in a draft or paused show.', async () => {
    const show = await operator.activeShow([]);
    const patch = (body: unknown) => operator.call<Show & ErrorBody>('PATCH', `/api/shows/${show.id}`, body);
    expect(await patch({ sources: [{ platform: 'rehearsal' }] })).toMatchObject(
      refusal(409, 'INVALID_TRANSITION'),
    );
    const renamed = await patch({ name: 'Saturday', claimWords: ['mine'] });
    expect(renamed).toMatchObject({
      status: 200,
      body: {
        name: 'Saturday',
        claimWords: ['mine'],
        passWords: ['pass'],
        sources: show.sources,
        lastSeq: show.lastSeq + 2,
      },
    });
    const { body: recorded } = await operator.call<ShowEventList>(
      'GET',
      `/api/shows/${show.id}/events?afterSeq=${show.lastSeq}`,
    );
    expect(recorded.lastSeq).toBe(show.lastSeq + 2);
    expect(recorded.events.map(({ seq, type, data }) => ({ seq, type, data }))).toEqual([
      {
        seq: show.lastSeq + 1,
        type: 'rules.set',
        data: {
          rules: {
            claimWords: ['mine'],
            passWords: ['pass'],
            maxClaimsPerComment: 1,
            deletedComments: 'keep',
            fairnessWindowSeconds: 0,
            viewerDelaySeconds: {},
            repeatClaims: 'ignore',
            maxUnitsPerItem: 0,
            maxUnitsPerShow: 0,
            policy: 'first-come@3',
            grammar: 'builtin',
          },
          policy: 'first-come@3',
          grammar: expect.stringMatching(/^builtin@\d+$/) as string,
        },
      },
      { seq: show.lastSeq + 2, type: 'show.updated', data: { show: renamed.body } },
    ]);
    expect((await operator.say(show.id, 'ann', 'sold 12')).outcome).not.toBe('item_not_found');
    expect((await operator.say(show.id, 'ann', 'mine 12')).outcome).toBe('item_not_found');
    await send(show.id, 'pause');
    const sources = [{ platform: 'rehearsal', liveId: 'other' }];
    const changed = { status: 200, body: { sources: [{ liveId: 'other' }] } };
    expect(await patch({ sources })).toMatchObject(changed);
    await send(show.id, 'stop');
    expect(await patch({ sources })).toMatchObject(refusal(409, 'INVALID_TRANSITION'));
    const draft = await create();
    expect(await operator.call('PATCH', `/api/shows/${draft.id}`, { sources })).toMatchObject(changed);
  });

  it('Only drafts can be deleted.', async () => {
    const draft = await create();
    await operator.call('POST', `/api/shows/${draft.id}/items`, { items: [{ itemNumber: '1' }] });
    await operator.say(draft.id, 'ann', 'sold 1');
    const activeShow = await operator.activeShow([]);
    const refused = refusal(409, 'SHOW_NOT_DRAFT');
    expect(await operator.call('DELETE', `/api/shows/${activeShow.id}`)).toMatchObject(refused);
    for (const step of ['pause', 'stop']) {
      await send(activeShow.id, step);
      expect(await operator.call('DELETE', `/api/shows/${activeShow.id}`)).toMatchObject(refused);
    }
    const deletion = await operator.call<unknown>('DELETE', `/api/shows/${draft.id}`);
    expect([deletion.status, deletion.body]).toEqual([204, '']);
    expect((await operator.call('GET', `/api/shows/${draft.id}`)).status).toBe(404);
    expect((await operator.call('DELETE', `/api/shows/${draft.id}`)).status).toBe(404);
  });

  it('Creating, changing, starting, pausing, resuming, ending, and deleting a show each leave an audit entry.', async () => {
    const { id } = await create({ sources: [{ platform: 'rehearsal' }] });
    await operator.call('PATCH', `/api/shows/${id}`, { name: 'B' });
    for (const step of ['activate', 'pause', 'resume', 'stop']) await send(id, step);
    const draft = await create();
    await operator.call('DELETE', `/api/shows/${draft.id}`);
    const database = await app.connect();
    const { rows } = await database.query<{ action: string; show_id: string; user_id: string }>(
      "SELECT action, show_id, user_id FROM audit_log WHERE workspace_id = $1 AND entity_type = 'show' ORDER BY created_at, id",
      [operator.session.workspace.id],
    );
    const actionsOn = (showId: string): string[] =>
      rows
        .filter((row) => row.show_id === showId && row.user_id === operator.session.user.id)
        .map((row) => row.action);
    expect(actionsOn(id)).toEqual([
      'show.create',
      'show.update',
      'show.activate',
      'show.pause',
      'show.resume',
      'show.stop',
    ]);
    expect(actionsOn(draft.id)).toEqual(['show.create', 'show.delete']);
  });
});
