import type { ErrorBody, ShowList, ShowSnapshot, ShowWithItems } from '@sellary/contracts';
import { type Caller, connectConsole, refusal, useCaller, useTestApp } from '../../test';
import { sameId } from '../../test/api-route';
import { API_ROUTES, type ApiRoute, type WorkspaceIds } from '../../test/api-routes';

describe('Two workspaces', () => {
  const app = useTestApp();
  const owner = useCaller(app);
  const stranger = useCaller(app);
  let show: ShowWithItems;
  let claimId: string;

  beforeAll(async () => {
    show = await owner.activeShow([{ itemNumber: '12' }]);
    claimId = (await owner.say(show.id, 'ann', 'sold 12')).claim?.id ?? '';
    await owner.call('POST', `/api/claims/${claimId}/release`, {});
  });

  /** Routes with an id in the path, the query, or the body. */
  const routes = Object.entries(API_ROUTES).filter(
    ([, { minRole, ownData }]) => minRole !== 'public' && ownData !== true,
  );
  const send = (caller: Caller, name: string, route: ApiRoute, ids: WorkspaceIds) =>
    caller.call<ErrorBody>(name.split(' ')[0] ?? '', route.path(ids), route.body?.(ids));
  const readSnapshot = async (): Promise<ShowSnapshot> =>
    (await owner.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`)).body;

  it('No route shows or changes a show, an item, or a claim of another workspace.', async () => {
    const before = await readSnapshot();
    const ids = {
      ...sameId(show.id),
      workspaceId: owner.session.workspace.id,
      itemId: show.items[0]?.id ?? '',
      claimId,
    };
    for (const [name, route] of routes) {
      const response = await send(stranger, name, route, ids);
      expect({ name, ...response }).toMatchObject({ name, ...refusal(404, 'NOT_FOUND') });
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
  ])('Every route with an id returns NOT_FOUND for the id %s.', async (id) => {
    // A request body with a malformed comment id is invalid.
    const ids = { ...sameId(id), reviewId: '01a20600-d4ed-79d3-ac76-34b0c84dda6b' };
    for (const [name, route] of routes) {
      const response = await send(owner, name, route, ids);
      expect({ name, ...response }).toMatchObject({ name, ...refusal(404, 'NOT_FOUND') });
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
