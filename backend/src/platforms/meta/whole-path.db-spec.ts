import type { BroadcastList, CommentList, Connection, Show, SourceInput } from '@sellary/contracts';
import { eventually, useCallerPerTest, useSimulatedApp } from '../../../test';
import { readProblemCodes, usePollingEveryTwoSeconds, watchSources } from '../../../test/live-sources';

jest.setTimeout(150_000);

describe('From sign-in to claim', () => {
  const { platform, app } = useSimulatedApp();
  const { simulator } = platform;
  const owner = useCallerPerTest(app);
  usePollingEveryTwoSeconds(owner);

  afterEach(() => {
    simulator.control.clearFaults();
    simulator.control.switch({ shortPages: 0, emptyPages: 0, repeatedRows: 0, rankedOrder: false });
  });

  const connect = (name: string, body: Record<string, unknown> = {}): Promise<Connection[]> =>
    platform.connect(app.url, owner, name, body);
  const sourceOf = async ({ id, platform }: Connection): Promise<SourceInput> => {
    const { body } = await owner.call<BroadcastList>('GET', `/api/connections/${id}/lives`);
    expect(body.lives).toHaveLength(1);
    return { platform, connectionId: id, liveId: body.lives[0]?.liveId ?? '' };
  };
  const startShow = (...sources: SourceInput[]) =>
    owner.activeShow([{ itemNumber: '101', totalQuantity: 30 }], { sources });
  const post = (show: Show, action: string) =>
    owner.call<Show>('POST', `/api/shows/${show.id}/${action}`, {});
  const storedOutcomes = async (show: Show) => {
    const found = new Map<string, string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: CommentList = (
        await owner.call<CommentList>(
          'GET',
          `/api/shows/${show.id}/comments?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
        )
      ).body;
      for (const comment of page.comments) found.set(comment.commentId, comment.outcome);
      cursor = page.nextCursor;
    }
    return found;
  };
  const untilStored = (show: Show, isEnough: (found: Map<string, string>) => boolean) =>
    eventually(() => storedOutcomes(show), isEnough);
  /** A viewer claims a unit in this broadcast. */
  const claim = (broadcastId: string, authorId: string) =>
    simulator.control.broadcasts.say({ broadcastId, text: 'sold 101', authorId });

  it('A page is connected, its broadcast is found, and a comment wins a unit.', async () => {
    const [page] = await connect('facebook');
    expect(page).toMatchObject({ displayName: 'Wren & Willow Vintage', status: 'active', missingScopes: [] });
    const show = await startShow(await sourceOf(page!));
    const comment = simulator.control.broadcasts.say({
      broadcastId: '2000001',
      text: 'sold 101',
      lowQuality: true,
      authorId: '9000777',
      authorName: 'Ann',
    });
    const found = await untilStored(show, ({ size }) => size > 0);
    expect(found.get(comment.id)).toBe('winner');
    await post(show, 'stop');
    expect(await readProblemCodes(owner, show.id)).toEqual([]);
  });

  it('A pasted address resolves to its broadcast, which can be a source of only one active show.', async () => {
    const [page] = await connect('facebook');
    const liveUrl = 'https://www.facebook.com/wrenandwillow/videos/3000001/';
    const show = await startShow({ platform: 'facebook', connectionId: page!.id, liveUrl });
    expect(show.sources).toMatchObject([{ liveId: '2000001', liveUrl }]);
    const { body: shortLink } = await owner.call<Show>('POST', '/api/shows', {
      sources: [{ platform: 'facebook', liveUrl: 'https://fb.watch/aBc/' }],
    });
    expect(shortLink).toMatchObject({
      error: { code: 'VALIDATION_FAILED', message: expect.stringContaining('shortened link') },
    });
    const sources = [{ platform: 'facebook', connectionId: page!.id, liveUrl: '3000001' }];
    const { body: second } = await owner.call<Show>('POST', '/api/shows', { sources });
    const refused = await owner.call('POST', `/api/shows/${second.id}/activate`, {});
    expect(refused.body).toMatchObject({ error: { code: 'LIVE_ALREADY_BOUND' } });
    await post(show, 'stop');
  });

  it('A source on a different platform than its connection is rejected, even if a matching source follows.', async () => {
    const [page] = await connect('facebook');
    const sources = [
      { platform: 'instagram', connectionId: page!.id, liveId: '17990000000000001' },
      { platform: 'facebook', connectionId: page!.id, liveId: '123456' },
    ];
    expect(await owner.call('POST', '/api/shows', { sources })).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
  });

  it('A broadcast with two ids can be bound to only one active show. If the ids cannot be compared, both shows report the conflict.', async () => {
    const [page] = await connect('facebook');
    const videoSource = { platform: 'facebook' as const, connectionId: page!.id, liveId: '3000001' };
    const show = await startShow(videoSource);
    expect(show.sources).toMatchObject([{ liveId: '2000001' }]);
    const { body: second } = await owner.call<Show>('POST', '/api/shows', {
      name: 'Second',
      sources: [{ platform: 'facebook', liveId: '2000001' }],
    });
    const activate = () => owner.call<Show>('POST', `/api/shows/${second.id}/activate`, {});
    expect((await activate()).body).toMatchObject({ error: { code: 'LIVE_ALREADY_BOUND' } });
    simulator.control.switch({ liveVideosRefused: true });
    await owner.call('PATCH', `/api/shows/${second.id}`, { sources: [videoSource] });
    expect((await activate()).status).toBe(200);
    for (const bound of [show, second]) {
      await eventually(
        () => readProblemCodes(owner, bound.id),
        (codes) => codes.includes('LIVE_ALREADY_BOUND'),
      );
    }
    simulator.control.switch({ liveVideosRefused: false });
    await post(show, 'stop');
    await post(second, 'stop');
  });

  it('A broadcast that is already being read keeps its id when the show resumes.', async () => {
    const [page] = await connect('facebook');
    const videoSource = { platform: 'facebook' as const, connectionId: page!.id, liveId: '3000001' };
    simulator.control.switch({ liveVideosRefused: true });
    const show = await startShow(videoSource);
    simulator.control.broadcasts.say({ broadcastId: '2000001', text: 'hello', authorId: '9000779' });
    await untilStored(show, ({ size }) => size > 0);
    simulator.control.switch({ liveVideosRefused: false });
    await post(show, 'pause');
    expect((await post(show, 'resume')).body.sources).toMatchObject([{ liveId: '3000001' }]);
    await post(show, 'stop');
  });

  it("An Instagram account's comments arrive both by polling and by webhook.", async () => {
    const [account] = await connect('instagram');
    const show = await startShow(await sourceOf(account!));
    const polled = claim('17990000000000001', '6600000000000001');
    await untilStored(show, (found) => found.has(polled.id));
    simulator.control.subscribe('instagram', `${app.url}/api/webhooks/instagram`);
    simulator.control.setWebhooks({ duplicates: 0.5, forged: 0.3, reordered: true });
    for (let n = 0; n < 20; n++) claim('17990000000000001', `660000000000010${n}`);
    const found = await untilStored(show, ({ size }) => size === 21);
    expect([...found.values()].every((outcome) => outcome === 'winner')).toBe(true);
    await post(show, 'stop');
  });

  it('An Instagram account signs in directly.', async () => {
    const [account] = await connect('instagram', { login: 'instagram' });
    expect(account).toMatchObject({
      externalAccountId: '17840000000000002',
      login: 'instagram',
      status: 'active',
    });
    const show = await startShow(await sourceOf(account!));
    const comment = claim('17990000000000002', '6600000000000003');
    await untilStored(show, (found) => found.has(comment.id));
    await post(show, 'stop');
  });

  it('A sign-in that expires during the show is reported, and comments written before it is renewed are not lost.', async () => {
    const [page] = await connect('facebook');
    const show = await startShow(await sourceOf(page!));
    const earlyComment = claim('2000001', '9000801');
    await untilStored(show, (found) => found.has(earlyComment.id));
    simulator.control.killTokens(null, 'password');
    await eventually(
      () => readProblemCodes(owner, show.id),
      (codes) => codes.includes('CONNECTION_EXPIRED'),
    );
    const console = await watchSources(app.url, owner, show.id);
    await eventually(console.sources, ([source]) => source?.state === 'trouble');
    const lateComment = claim('2000001', '9000802');
    const [reconnected] = await connect('facebook');
    expect(reconnected?.id).toBe(page?.id);
    const found = await untilStored(show, (stored) => stored.has(lateComment.id));
    expect(found.get(lateComment.id)).toBe('winner');
    await eventually(console.sources, ([source]) => source?.state === 'live');
    console.close();
    await post(show, 'stop');
  });

  it('Platform faults neither lose nor duplicate comments.', async () => {
    const [page] = await connect('facebook');
    const { control } = simulator;
    const broadcast = control.broadcasts.create({ owner: '1000001' });
    const show = await startShow({ platform: 'facebook', connectionId: page!.id, liveId: broadcast.id });
    control.switch({ shortPages: 0.3, emptyPages: 0.1, repeatedRows: 0.05, rankedOrder: true });
    for (const kind of ['reset', 'html', 'truncate'] as const) {
      control.fault({ kind, path: '/comments', share: 0.05, times: null });
    }
    control.fault({ kind: 'graph', code: 2, path: '/comments', share: 0.05, times: null });
    await control.crowds.start(
      broadcast.id,
      { rate: 60, comments: 900 },
      { held: 0.2, longestHoldMs: 15_000, lowQuality: 0.2, anonymous: 0.05 },
    );
    const allComments = () => control.broadcasts.comments(broadcast.id);
    const deletionTimer = setInterval(() => {
      const served = allComments().filter((comment) => comment.servedAt !== null);
      const target = served.at(-20);
      if (target !== undefined) control.broadcasts.delete(target.id);
    }, 1_500);
    await eventually(
      () => allComments().length,
      (count) => count >= 900,
    );
    clearInterval(deletionTimer);
    // Also waits for the comments that the platform held back.
    await eventually(allComments, (all) =>
      all.every(({ deletedAt, servedAt }) => deletedAt !== null || servedAt !== null),
    );
    await post(show, 'stop');
    const expected = allComments()
      .filter((comment) => comment.deletedAt === null || comment.servedAt !== null)
      .map((comment) => comment.id)
      .sort();
    const found = await untilStored(show, ({ size }) => size >= expected.length);
    expect([...found.keys()].sort()).toEqual(expected);
    expect((await owner.readShow(show.id)).stats.comments).toBe(expected.length);
  });
});
