import type { ErrorBody, ShowList, ShowSnapshot, ShowWithItems } from '@sellary/contracts';
import { connectConsole, refusal, useCaller, useTestApp } from '../../test';
import { call } from '../../test/caller';

describe('Two workspaces', () => {
  const app = useTestApp();
  const owner = useCaller(app);
  const stranger = useCaller(app);
  let show: ShowWithItems;
  let claimId: string;
  let actSeq: number | null;

  beforeAll(async () => {
    show = await owner.activeShow([{ itemNumber: '12' }]);
    claimId = (await owner.say(show.id, 'ann', 'sold 12')).claim?.id ?? '';
    actSeq = (await owner.call<{ actSeq: number }>('POST', `/api/claims/${claimId}/release`, {})).body.actSeq;
  });

  /** Routes with an id in the path or body, each with a valid body. */
  const routes = (showId: string, itemId: string, claim: string): [string, string, unknown?][] => [
    ['GET', `/api/shows/${showId}`],
    ['PATCH', `/api/shows/${showId}`, { name: 'Mine now' }],
    ['DELETE', `/api/shows/${showId}`],
    ['POST', `/api/shows/${showId}/items`, { items: [{ itemNumber: '99' }] }],
    ['PATCH', `/api/shows/${showId}/items/${itemId}`, { title: 'Mine now' }],
    ['DELETE', `/api/shows/${showId}/items/${itemId}`],
    ['GET', `/api/shows/${showId}/items/${itemId}/claims`],
    ['POST', `/api/shows/${showId}/items/${itemId}/award`, { userHandle: 'me' }],
    ['POST', `/api/shows/${showId}/activate`, {}],
    ['POST', `/api/shows/${showId}/pause`, {}],
    ['POST', `/api/shows/${showId}/resume`, {}],
    ['POST', `/api/shows/${showId}/stop`, {}],
    ['GET', `/api/shows/${showId}/claims`],
    ['GET', `/api/shows/${showId}/comments`],
    ['GET', `/api/shows/${showId}/buyers`],
    ['GET', `/api/shows/${showId}/snapshot`],
    ['GET', `/api/shows/${showId}/events`],
    ['PUT', `/api/shows/${showId}/now-showing`, { itemId: null }],
    ['POST', `/api/shows/${showId}/acts/${actSeq ?? 0}/undo`, {}],
    ['POST', `/api/claims/${claim}/release`, {}],
    ['PATCH', `/api/claims/${claim}`, { flagged: true }],
    ['POST', '/api/debug/emit-comment', { showId, userId: 'u', userHandle: 'u', text: 'sold 12' }],
    [
      'POST',
      '/api/debug/bulk-comments',
      { showId, comments: [{ userId: 'u', userHandle: 'u', text: 'sold 12' }] },
    ],
  ];
  const readSnapshot = async (): Promise<ShowSnapshot> =>
    (await owner.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`)).body;

  it("Workspaces cannot see or change each other's data through routes with an id.", async () => {
    const before = await readSnapshot();
    for (const [method, path, body] of routes(show.id, show.items[0]?.id ?? '', claimId)) {
      const response = await stranger.call<ErrorBody>(method, path, body);
      expect({ method, path, ...response }).toMatchObject({ method, path, ...refusal(404, 'NOT_FOUND') });
      expect(JSON.stringify(response.body)).not.toContain('Test sale');
    }
    expect(await readSnapshot()).toEqual(before);
    expect((await stranger.call<ShowList>('GET', '/api/shows')).body.shows).toEqual([]);
  });

  it.each([
    '00000000-0000-0000-0000-000000000000',
    '11111111-1111-1111-1111-111111111111',
    '01a20600-d4ed-79d3-ac76-34b0c84dda6b',
    'nonsense',
    '1',
    'null',
  ])('Every route returns NOT_FOUND for the id %s.', async (id) => {
    for (const [method, path, body] of routes(id, id, id)) {
      const response = await owner.call<ErrorBody>(method, path, body);
      expect({ method, path, ...response }).toMatchObject({ method, path, ...refusal(404, 'NOT_FOUND') });
    }
  });

  it('Ids are accepted in upper and lower case.', async () => {
    expect((await owner.call('GET', `/api/shows/${show.id.toUpperCase()}`)).status).toBe(200);
  });

  it("A show's items can be accessed only through that show.", async () => {
    const other = await owner.activeShow([{ itemNumber: '12' }]);
    const otherItemId = other.items[0]?.id ?? '';
    const base = `/api/shows/${show.id}`;
    for (const [method, path, body] of [
      ['PATCH', `${base}/items/${otherItemId}`, { title: 'x' }],
      ['DELETE', `${base}/items/${otherItemId}`, undefined],
      ['GET', `${base}/items/${otherItemId}/claims`, undefined],
      ['POST', `${base}/items/${otherItemId}/award`, { userHandle: 'me' }],
      ['PUT', `${base}/now-showing`, { itemId: otherItemId }],
    ] as const) {
      expect([method, path, (await owner.call(method, path, body)).status]).toEqual([method, path, 404]);
    }
  });

  it('Every route rejects a call without a token.', async () => {
    for (const [method, path, body] of routes(show.id, show.items[0]?.id ?? '', claimId)) {
      const response = await call<ErrorBody>(app.url, null, method, path, body);
      expect({ method, path, ...response }).toMatchObject({
        method,
        path,
        ...refusal(401, 'UNAUTHENTICATED'),
      });
    }
  });

  it("Workspaces do not receive each other's events, and viewers with the same handle are different buyers.", async () => {
    const console = await connectConsole(app.url, stranger.session.accessToken);
    expect(await console.join(show.id, 0)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const theirShow = await stranger.activeShow([{ itemNumber: '12' }]);
    await console.join(theirShow.id, theirShow.lastSeq);
    const ownComment = await owner.say(show.id, 'ann', 'sold 12');
    const theirComment = await stranger.say(theirShow.id, 'ann', 'sold 12');
    expect([ownComment.outcome, theirComment.outcome]).toEqual(['winner', 'winner']);
    expect(ownComment.claim?.buyer.id).not.toBe(theirComment.claim?.buyer.id);
    await console.until(theirShow.lastSeq + 1);
    expect(JSON.stringify(console.events)).not.toContain(show.id);
    console.close();
  });
});
