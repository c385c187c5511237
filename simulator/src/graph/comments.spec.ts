import { appSecretProof } from '../oauth/proof';
import { TestClient } from '../testing/test-client';

const ALL = { filter: 'stream', live_filter: 'no_filter', order: 'reverse_chronological', limit: '100' };
const FIELDS =
  'id,message,created_time,from{id,name},parent{id},attachment,is_hidden,live_broadcast_timestamp';

describe('comments on a Facebook broadcast', () => {
  let testClient: TestClient;
  let token: string;

  beforeEach(async () => {
    testClient = await TestClient.start();
    token = await testClient.pageToken();
  });
  afterEach(() => testClient.simulator.close());

  const list = (query: Record<string, string> = ALL, id = '2000001'): ReturnType<TestClient['request']> =>
    testClient.request(`/v26.0/${id}/comments`, query, { token });
  const texts = async (query?: Record<string, string>): Promise<string[]> =>
    (await list(query)).body.data.map(({ message }: { message: string }) => message);
  const say = (text: string, more: object = {}): ReturnType<typeof testClient.control.broadcasts.say> =>
    testClient.control.broadcasts.say({ broadcastId: '2000001', text, ...more });

  it('Comments are returned with the requested fields and no others.', async () => {
    testClient.control.advance(309_000);
    const parent = say('how much?', { authorId: '9000002', authorName: 'Other Viewer' });
    testClient.control.advance(2_000);
    say('mine! size M', {
      id: '3000001_4000003',
      authorId: '9000001',
      authorName: 'Test Viewer',
      parentId: parent.id,
    });
    const { body } = await list({ ...ALL, fields: FIELDS });
    expect(body.data[0]).toEqual({
      id: '3000001_4000003',
      message: 'mine! size M',
      created_time: '2026-11-22T19:10:23+0000',
      from: { id: '9000001', name: 'Test Viewer' },
      parent: { id: parent.id },
      is_hidden: false,
      live_broadcast_timestamp: 311,
    });
    expect(Object.keys(body.data[1])).not.toContain('parent');
    expect((await list(ALL)).body.data[0]).toEqual({
      id: '3000001_4000003',
      message: 'mine! size M',
      created_time: '2026-11-22T19:10:23+0000',
      from: { id: '9000001', name: 'Test Viewer' },
    });
  });

  it('Both default filters silently omit comments.', async () => {
    const first = say('first');
    say('an answer', { parentId: first.id });
    say('spam?', { lowQuality: true });
    expect(await texts({})).toEqual(['first']);
    expect(await texts({ filter: 'stream' })).toHaveLength(2);
    expect(await texts(ALL)).toHaveLength(3);
  });

  it('The video id returns the same list, and comment ids contain it.', async () => {
    const { id } = say('hello');
    expect(id).toMatch(/^3000001_\d+$/);
    expect((await list(ALL, '3000001')).body.data).toEqual((await list()).body.data);
    expect(
      (await testClient.request(`/v26.0/${id}`, { fields: 'object{id}' }, { token })).body,
    ).toMatchObject({
      object: { id: '3000001' },
    });
  });

  it('Unknown fields and values are rejected.', async () => {
    expect((await list({ fields: 'id,foo' })).body.error).toMatchObject({
      code: 100,
      message: '(#100) Tried accessing nonexisting field (foo) on node type (Comment)',
    });
    expect((await list({ live_filter: 'stream' })).body.error).toMatchObject({ code: 100 });
    expect((await list({ fields: 'id,from{' })).body.error).toMatchObject({ code: 2500 });
  });

  it('A list ends only when paging.next is missing; paging.next contains the token but not the proof.', async () => {
    for (let index = 0; index < 7; index += 1) say(`comment ${index}`);
    const seen: string[] = [];
    let { body } = await list({
      ...ALL,
      limit: '3',
      appsecret_proof: appSecretProof(testClient.simulator.appSecret, token),
    });
    for (;;) {
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      expect(body.paging.cursors.after).toBeDefined();
      if (body.paging.next === undefined) break;
      const next = new URL(body.paging.next);
      expect(next.searchParams.get('access_token')).toBe(token);
      expect(next.searchParams.has('appsecret_proof')).toBe(false);
      expect(next.searchParams.get('live_filter')).toBe('no_filter');
      body = (await testClient.request(body.paging.next)).body;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(body.paging.previous).toBeDefined();
  });

  it('Comments are listed newest first on request, with ties in a stable order; an empty list has no paging.', async () => {
    expect((await list()).body).toEqual({ data: [] });
    say('a');
    say('b');
    testClient.control.advance(1_000);
    say('c');
    const [newest, ...tied] = await texts();
    expect(newest).toBe('c');
    expect(await texts({ ...ALL, order: 'chronological' })).toEqual([...tied.reverse(), 'c']);
  });

  it('The since parameter includes comments from the second that it specifies, and a page has at most 100 comments.', async () => {
    for (let index = 0; index < 120; index += 1) say(String(index));
    testClient.control.advance(5_000);
    const late = say('late');
    expect(await texts({ ...ALL, since: String(Math.floor(late.createdAt / 1000)) })).toEqual(['late']);
    expect(await texts({ ...ALL, limit: '500' })).toHaveLength(100);
    expect(await texts({ filter: 'stream' })).toHaveLength(25);
    expect((await list({ since: 'yesterday-ish' })).body.error.code).toBe(100);
  });

  it('Held comments appear later with their original time.', async () => {
    const held = say('held', { releaseAfterMs: 90_000 });
    expect(await texts()).toEqual([]);
    expect((await testClient.request(`/v26.0/${held.id}`, {}, { token })).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
    testClient.control.advance(60_000);
    say('in between');
    testClient.control.advance(30_000);
    expect(await texts()).toEqual(['in between', 'held']);
  });

  it('Edited comments are listed with their new text, hidden ones are marked, and deleted ones are omitted.', async () => {
    const comment = say('sold 101');
    testClient.control.broadcasts.edit(comment.id, 'sold 102');
    testClient.control.broadcasts.hide(comment.id);
    expect((await list({ ...ALL, fields: 'message,is_hidden' })).body.data).toEqual([
      { id: comment.id, message: 'sold 102', is_hidden: true },
    ]);
    testClient.control.broadcasts.delete(comment.id);
    expect(await texts()).toEqual([]);
    expect((await testClient.request(`/v26.0/${comment.id}`, {}, { token })).body.error.error_subcode).toBe(
      33,
    );
  });

  it('A cursor at a deleted comment is rejected.', async () => {
    for (const text of ['a', 'b', 'c']) say(text);
    const first = (await list({ ...ALL, limit: '1' })).body;
    testClient.control.broadcasts.delete(first.data[0].id);
    const refused = await testClient.request(first.paging.next);
    expect([refused.status, refused.body.error.code]).toEqual([400, 100]);
    testClient.control.switch({ deletedAnchorFails: false });
    expect((await testClient.request(first.paging.next)).body.data).toHaveLength(1);
  });

  it('A client that follows paging.next across short and empty pages finds all comments.', async () => {
    for (let index = 0; index < 60; index += 1) say(String(index));
    testClient.control.switch({ shortPages: 0.5, emptyPages: 0.3, repeatedRows: 0.2 });
    const seen = new Set<string>();
    const sizes: number[] = [];
    let body = (await list({ ...ALL, limit: '10' })).body;
    for (;;) {
      sizes.push(body.data.length);
      for (const { id } of body.data) seen.add(id);
      if (body.paging?.next === undefined) break;
      body = (await testClient.request(body.paging.next)).body;
    }
    expect(seen.size).toBe(60);
    expect(sizes).toContain(0);
    expect(sizes.some((size) => size > 0 && size < 10)).toBe(true);
  });

  it('A list with stuck paging repeats itself forever.', async () => {
    for (let index = 0; index < 5; index += 1) say(String(index));
    testClient.control.switch({ stuckPaging: true });
    const first = (await list({ ...ALL, limit: '2' })).body;
    expect((await testClient.request(first.paging.next)).body.data).toEqual(first.data);
  });

  it('Ranked comments are listed in the platform’s own order, not newest first.', async () => {
    for (let index = 0; index < 20; index += 1) {
      say(String(index));
      testClient.control.advance(1_000);
    }
    const newestFirst = await texts();
    testClient.control.switch({ rankedOrder: true });
    const ranked = await texts();
    expect(ranked).not.toEqual(newestFirst);
    expect([...ranked].sort()).toEqual([...newestFirst].sort());
  });

  it('Authors are visible only to the page, and only with the user content permission.', async () => {
    say('who am I?');
    const from = async (askingToken: string): Promise<unknown> =>
      (
        await testClient.request(
          '/v26.0/2000001/comments',
          { ...ALL, fields: 'from' },
          { token: askingToken },
        )
      ).body.data[0].from;
    expect(await from(token)).toBeDefined();
    expect(await from(await testClient.userToken())).toBeUndefined();
    testClient.control.revokePermission('7000001', 'pages_read_user_content');
    expect(await from(token)).toBeUndefined();
    testClient.control.switch({ nullForAbsent: true });
    expect(await from(token)).toBeNull();
  });

  it('Reading comments requires permission to read the page.', async () => {
    testClient.control.revokePermission('7000001', 'pages_read_engagement');
    expect((await list()).body.error).toMatchObject({ code: 10, type: 'OAuthException' });
  });

  it('An app without Advanced Access does not get comments by people who have no role on the app.', async () => {
    say('stranger');
    say('the page itself', { authorId: '1000001', authorName: 'Wren & Willow Vintage' });
    testClient.control.switch({ standardAccess: true });
    expect(await texts()).toEqual(['the page itself']);
  });

  it('The summary also counts omitted comments, and comments can be requested as a field of their broadcast.', async () => {
    say('plain');
    say('spam?', { lowQuality: true });
    expect((await list({ summary: 'true' })).body.summary).toMatchObject({
      total_count: 2,
      can_comment: true,
    });
    const { body } = await testClient.request(
      '/v26.0/2000001',
      { fields: 'id,comments.live_filter(no_filter).limit(1){message}' },
      { token },
    );
    expect(Object.keys(body.comments.data[0]).sort()).toEqual(['id', 'message']);
    expect(body.comments.paging.next).toContain('/2000001/comments?');
  });

  it('A page can hide, reply to, and delete comments.', async () => {
    const { id } = say('rude');
    const post = (path: string, form: Record<string, string>): ReturnType<TestClient['request']> =>
      testClient.request(path, {}, { method: 'POST', token, form });
    expect((await post(`/v26.0/${id}`, { is_hidden: 'true' })).body).toEqual({ success: true });
    const reply = (await post(`/v26.0/${id}/comments`, { message: 'please be kind' })).body;
    expect((await list({ ...ALL, fields: 'parent{id},from' })).body.data).toContainEqual(
      expect.objectContaining({
        id: reply.id,
        parent: { id },
        from: expect.objectContaining({ id: '1000001' }),
      }),
    );
    expect((await testClient.request(`/v26.0/${id}`, {}, { method: 'DELETE', token })).body).toEqual({
      success: true,
    });
    expect(testClient.control.broadcasts.comments('2000001')[0]).toMatchObject({
      hidden: true,
      deletedAt: expect.any(Number),
    });
  });
});
