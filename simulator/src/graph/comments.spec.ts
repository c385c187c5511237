import { appSecretProof } from '../oauth/proof';
import { usePageClient } from '../testing/test-client';

const ALL = { filter: 'stream', live_filter: 'no_filter', order: 'reverse_chronological', limit: '100' };
const FIELDS =
  'id,message,created_time,from{id,name},parent{id},attachment,is_hidden,live_broadcast_timestamp';

describe('comments on a Facebook broadcast', () => {
  const client = usePageClient();

  const list = (query: Record<string, string> = ALL, id = '2000001') => client.get(`/${id}/comments`, query);
  const texts = async (query?: Record<string, string>): Promise<string[]> =>
    (await list(query)).body.data.map(({ message }: { message: string }) => message);

  it('Comments are returned with the requested fields and no others.', async () => {
    client.control.advance(309_000);
    const parent = client.say('how much?', { authorId: '9000002', authorName: 'Other Viewer' });
    client.control.advance(2_000);
    client.say('mine! size M', {
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
    const first = client.say('first');
    client.say('an answer', { parentId: first.id });
    client.say('spam?', { lowQuality: true });
    expect(await texts({})).toEqual(['first']);
    expect(await texts({ filter: 'stream' })).toHaveLength(2);
    expect(await texts(ALL)).toHaveLength(3);
  });

  it('The video id returns the same list, and comment ids contain it.', async () => {
    const { id } = client.say('hello');
    expect(id).toMatch(/^3000001_\d+$/);
    expect((await list(ALL, '3000001')).body.data).toEqual((await list()).body.data);
    expect((await client.get(`/${id}`, { fields: 'object{id}' })).body).toMatchObject({
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
    for (let index = 0; index < 7; index += 1) client.say(`comment ${index}`);
    const seen: string[] = [];
    let { body } = await list({
      ...ALL,
      limit: '3',
      appsecret_proof: appSecretProof(client.simulator.appSecret, client.token),
    });
    for (;;) {
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      expect(body.paging.cursors.after).toBeDefined();
      if (body.paging.next === undefined) break;
      const next = new URL(body.paging.next);
      expect(next.searchParams.get('access_token')).toBe(client.token);
      expect(next.searchParams.has('appsecret_proof')).toBe(false);
      expect(next.searchParams.get('live_filter')).toBe('no_filter');
      body = (await client.request(body.paging.next)).body;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(body.paging.previous).toBeDefined();
  });

  it('Comments are listed newest first on request, with ties in a stable order; an empty list has no paging.', async () => {
    expect((await list()).body).toEqual({ data: [] });
    client.say('a');
    client.say('b');
    client.control.advance(1_000);
    client.say('c');
    const [newest, ...tied] = await texts();
    expect(newest).toBe('c');
    expect(await texts({ ...ALL, order: 'chronological' })).toEqual([...tied.reverse(), 'c']);
  });

  it('The since parameter includes comments from the second that it specifies, and a page has at most 100 comments.', async () => {
    for (let index = 0; index < 120; index += 1) client.say(String(index));
    client.control.advance(5_000);
    const late = client.say('late');
    expect(await texts({ ...ALL, since: String(Math.floor(late.createdAt / 1000)) })).toEqual(['late']);
    expect(await texts({ ...ALL, limit: '500' })).toHaveLength(100);
    expect(await texts({ filter: 'stream' })).toHaveLength(25);
    expect((await list({ since: 'yesterday-ish' })).body.error.code).toBe(100);
  });

  it('Held comments appear later with their original time.', async () => {
    const held = client.say('held', { releaseAfterMs: 90_000 });
    expect(await texts()).toEqual([]);
    expect(await client.errorOf(`/${held.id}`)).toMatchObject({ code: 100, error_subcode: 33 });
    client.control.advance(60_000);
    client.say('in between');
    client.control.advance(30_000);
    expect(await texts()).toEqual(['in between', 'held']);
  });

  it('Edited comments are listed with their new text, hidden ones are marked, and deleted ones are omitted.', async () => {
    const comment = client.say('sold 101');
    client.control.broadcasts.edit(comment.id, 'sold 102');
    client.control.broadcasts.hide(comment.id);
    expect((await list({ ...ALL, fields: 'message,is_hidden' })).body.data).toEqual([
      { id: comment.id, message: 'sold 102', is_hidden: true },
    ]);
    client.control.broadcasts.delete(comment.id);
    expect(await texts()).toEqual([]);
    expect((await client.errorOf(`/${comment.id}`)).error_subcode).toBe(33);
  });

  it('A cursor at a deleted comment is rejected.', async () => {
    for (const text of ['a', 'b', 'c']) client.say(text);
    const first = (await list({ ...ALL, limit: '1' })).body;
    client.control.broadcasts.delete(first.data[0].id);
    const refused = await client.request(first.paging.next);
    expect([refused.status, refused.body.error.code]).toEqual([400, 100]);
    client.control.switch({ deletedAnchorFails: false });
    expect((await client.request(first.paging.next)).body.data).toHaveLength(1);
  });

  it('A client that follows paging.next across short and empty pages finds all comments.', async () => {
    for (let index = 0; index < 60; index += 1) client.say(String(index));
    client.control.switch({ shortPages: 0.5, emptyPages: 0.3, repeatedRows: 0.2 });
    const seen = new Set<string>();
    const sizes: number[] = [];
    let body = (await list({ ...ALL, limit: '10' })).body;
    for (;;) {
      sizes.push(body.data.length);
      for (const { id } of body.data) seen.add(id);
      if (body.paging?.next === undefined) break;
      body = (await client.request(body.paging.next)).body;
    }
    expect(seen.size).toBe(60);
    expect(sizes).toContain(0);
    expect(sizes.some((size) => size > 0 && size < 10)).toBe(true);
  });

  it('A list with stuck paging repeats itself forever.', async () => {
    for (let index = 0; index < 5; index += 1) client.say(String(index));
    client.control.switch({ stuckPaging: true });
    const first = (await list({ ...ALL, limit: '2' })).body;
    expect((await client.request(first.paging.next)).body.data).toEqual(first.data);
  });

  it('Ranked comments are listed in the platform’s own order, not newest first.', async () => {
    for (let index = 0; index < 20; index += 1) {
      client.say(String(index));
      client.control.advance(1_000);
    }
    const newestFirst = await texts();
    client.control.switch({ rankedOrder: true });
    const ranked = await texts();
    expect(ranked).not.toEqual(newestFirst);
    expect([...ranked].sort()).toEqual([...newestFirst].sort());
  });

  it('Authors are visible only to the page, and only with the user content permission.', async () => {
    client.say('who am I?');
    const from = async (askingToken: string): Promise<unknown> =>
      (await client.get('/2000001/comments', { ...ALL, fields: 'from' }, askingToken)).body.data[0].from;
    expect(await from(client.token)).toBeDefined();
    expect(await from(await client.userToken())).toBeUndefined();
    client.control.revokePermission('7000001', 'pages_read_user_content');
    expect(await from(client.token)).toBeUndefined();
    client.control.switch({ nullForAbsent: true });
    expect(await from(client.token)).toBeNull();
  });

  it('Reading comments requires permission to read the page.', async () => {
    client.control.revokePermission('7000001', 'pages_read_engagement');
    expect((await list()).body.error).toMatchObject({ code: 10, type: 'OAuthException' });
  });

  it('An app without Advanced Access does not get comments by people who have no role on the app.', async () => {
    client.say('stranger');
    client.say('the page itself', { authorId: '1000001', authorName: 'Wren & Willow Vintage' });
    client.control.switch({ standardAccess: true });
    expect(await texts()).toEqual(['the page itself']);
  });

  it('The summary also counts omitted comments, and comments can be requested as a field of their broadcast.', async () => {
    client.say('plain');
    client.say('spam?', { lowQuality: true });
    expect((await list({ summary: 'true' })).body.summary).toMatchObject({
      total_count: 2,
      can_comment: true,
    });
    const { body } = await client.get('/2000001', {
      fields: 'id,comments.live_filter(no_filter).limit(1){message}',
    });
    expect(Object.keys(body.comments.data[0]).sort()).toEqual(['id', 'message']);
    expect(body.comments.paging.next).toContain('/2000001/comments?');
  });

  it('A page can hide, reply to, and delete comments.', async () => {
    const { id } = client.say('rude');
    expect((await client.post(`/${id}`, { form: { is_hidden: 'true' } })).body).toEqual({ success: true });
    const reply = (await client.post(`/${id}/comments`, { form: { message: 'please be kind' } })).body;
    expect((await list({ ...ALL, fields: 'parent{id},from' })).body.data).toContainEqual(
      expect.objectContaining({
        id: reply.id,
        parent: { id },
        from: expect.objectContaining({ id: '1000001' }),
      }),
    );
    expect((await client.delete(`/${id}`)).body).toEqual({
      success: true,
    });
    expect(client.control.broadcasts.comments('2000001')[0]).toMatchObject({
      hidden: true,
      deletedAt: expect.any(Number),
    });
  });
});
