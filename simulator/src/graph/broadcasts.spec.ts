import { startTestClient, usePageClient } from '../testing/test-client';

describe('page broadcasts', () => {
  const client = usePageClient();

  const ids = async (path: string, query: Record<string, string> = {}): Promise<string[]> =>
    (await client.get(path, query)).body.data.map(({ id }: { id: string }) => id);
  const readBroadcast = (fields: string) => client.get('/2000001', { fields });

  it('A page’s live broadcasts are listed with their title, status, and video.', async () => {
    const { body } = await client.get('/1000001/live_videos', {
      broadcast_status: '["LIVE"]',
      fields: 'id,title,status,embed_html,permalink_url,video{id},creation_time,live_views',
    });
    expect(body.data).toEqual([
      {
        id: '2000001',
        title: 'Sunday sale',
        status: 'LIVE',
        embed_html: expect.stringContaining('%2Fvideos%2F3000001%2F'),
        permalink_url: '/wrenandwillow/videos/3000001/',
        video: { id: '3000001' },
        creation_time: '2026-11-22T19:04:12+0000',
        live_views: expect.any(Number),
      },
    ]);
  });

  it('Ended broadcasts are included unless only live ones are requested.', async () => {
    expect(await ids('/1000001/live_videos')).toEqual(['2000001', '2000009']);
    expect(await ids('/1000001/live_videos', { broadcast_status: 'VOD' })).toEqual(['2000009']);
    expect((await client.errorOf('/1000001/live_videos', { broadcast_status: '["ON"]' })).code).toBe(100);
  });

  it('A broadcast that the status filter misses is listed without the filter, or among the videos if live_videos fails.', async () => {
    client.control.switch({ statusFilterMisses: true });
    expect(await ids('/1000001/live_videos', { broadcast_status: '["LIVE"]' })).toEqual([]);
    expect(await ids('/1000001/live_videos')).toContain('2000001');
    client.control.switch({ liveVideosRefused: true });
    const refused = await client.get('/1000001/live_videos');
    expect([refused.status, refused.body.error.code]).toEqual([400, 100]);
    const { body } = await client.get('/1000001/videos', { fields: 'id,live_status' });
    expect(body.data).toEqual([
      { id: '3000001', live_status: 'LIVE' },
      { id: '3000009', live_status: 'VOD' },
    ]);
  });

  it('A broadcast goes from LIVE through LIVE_STOPPED and PROCESSING to VOD, and reports viewers only while live.', async () => {
    const status = async (): Promise<string> => (await readBroadcast('status')).body.status;
    expect((await readBroadcast('live_views')).body.live_views).toBeGreaterThan(0);
    client.control.broadcasts.stop('2000001');
    expect(await status()).toBe('LIVE_STOPPED');
    expect((await readBroadcast('live_views')).body.live_views).toBe(0);
    client.control.advance(2_000);
    expect(await status()).toBe('PROCESSING');
    client.control.advance(8_000);
    expect(await status()).toBe('VOD');
  });

  it('Broadcasts that are not live at startup can be started; a new broadcast and its video have different ids.', async () => {
    const idle = await startTestClient({ live: false });
    expect(idle.control.broadcasts.find('2000001').status).toBe('UNPUBLISHED');
    idle.control.broadcasts.start('2000001');
    expect(idle.control.broadcasts.find('2000001')).toMatchObject({
      status: 'LIVE',
      startedAt: idle.control.now(),
    });
    const { id, videoId } = idle.control.broadcasts.create({ owner: '1000002' });
    expect(id).not.toBe(videoId);
    await idle.close();
  });

  it('A removed broadcast, or one that belongs to another page, is reported as missing.', async () => {
    const missing = { code: 100, error_subcode: 33, type: 'GraphMethodException' };
    expect(await client.errorOf('/2000002')).toMatchObject(missing);
    client.control.broadcasts.remove('2000001');
    const { body, status } = await readBroadcast('status');
    expect([status, body.error]).toEqual([400, expect.objectContaining(missing)]);
    expect(await client.errorOf('/2000001/comments')).toMatchObject(missing);
  });

  it('Unknown edges and unknown fields return an error.', async () => {
    expect((await client.errorOf('/2000001/likes')).code).toBe(100);
    expect((await readBroadcast('foo')).body.error.message).toBe(
      '(#100) Tried accessing nonexisting field (foo) on node type (LiveVideo)',
    );
  });

  it('Each comment can get one private reply, within seven days.', async () => {
    const { id } = client.say('mine', { authorId: '9000001' });
    const send = (commentId: string) =>
      client.post('/1000001/messages', {
        json: { recipient: { comment_id: commentId }, message: { text: 'Thanks!' } },
      });
    expect((await send(id)).body).toMatchObject({
      recipient_id: '9000001',
      message_id: expect.stringMatching(/^m_/),
    });
    expect((await send(id)).body.error).toMatchObject({
      code: 10900,
      message: '(#10900) Activity already replied to',
    });
    const late = client.say('mine too');
    client.control.advance(8 * 24 * 3_600_000);
    expect((await send(late.id)).body.error.code).toBe(10903);
    expect((await send('3000001_1')).body.error.error_subcode).toBe(33);
    expect(client.control.privateReplies()).toEqual(new Map([[id, 'Thanks!']]));
  });
});
