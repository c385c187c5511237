import type { BroadcastList, Show } from '@sellary/contracts';
import { eventually, useCallerPerTest, useSimulatedApp } from '../../../test';
import { readProblems, usePollingEveryTwoSeconds, watchSources } from '../../../test/live-sources';

jest.setTimeout(150_000);

const ACCOUNT = '17840000000000001';
const PAGE = '1000001';
/** A second Facebook page, because a throttle applies to all of a page's broadcasts. */
const THROTTLED_PAGE = '1000002';

describe('Polling a platform that withholds comments', () => {
  const { platform, app } = useSimulatedApp();
  const owner = useCallerPerTest(app);
  usePollingEveryTwoSeconds(owner);

  afterEach(() => {
    platform.control.clearFaults();
    platform.control.switch({
      largestPage: 0,
      withheld: 0,
      commentIds: 'video',
      usernameOnly: false,
      liveMediaBeginsEmpty: false,
    });
    platform.control.setWebhooks({ listWrapped: false, commentIds: 'video', paused: false });
  });

  /** Starts a show on a new broadcast from the account. */
  async function startShow(name: 'facebook' | 'instagram', account = name === 'facebook' ? PAGE : ACCOUNT) {
    const connection = await platform.connectAccount(app.url, owner, name, account);
    const liveId = platform.control.broadcasts.create({ owner: account }).id;
    const sources = [{ platform: name, connectionId: connection.id, liveId }];
    const show = await owner.activeShow([{ itemNumber: '12', totalQuantity: 30 }], { sources });
    return { show, liveId, connection };
  }
  const say = (liveId: string, text: string, extra: object = {}) =>
    platform.control.broadcasts.say({ broadcastId: liveId, text, ...extra });
  const stopShow = (show: Show) => owner.call('POST', `/api/shows/${show.id}/stop`, {});
  const comments = ({ id }: Show) => owner.readComments(id, 'limit=200');
  const untilAtLeast = (show: Show, count: number) =>
    eventually(
      () => comments(show),
      (found) => found.length >= count,
    );
  const problems = ({ id }: Show) => readProblems(owner, id);
  const untilProblems = (show: Show) =>
    eventually(
      () => problems(show),
      (found) => found.length > 0,
    );

  it('Polling requests smaller pages if large pages are rejected, and does not lose comments.', async () => {
    platform.control.switch({ largestPage: 25 });
    const { show, liveId } = await startShow('facebook');
    for (let n = 0; n < 120; n++) say(liveId, `hello ${n}`, { authorId: `90008${n}` });
    await untilAtLeast(show, 120);
    expect(await problems(show)).toEqual([]);
    await stopShow(show);
  });

  it('The source reports that the platform counts comments but returns none, until the comments arrive.', async () => {
    const { show, liveId } = await startShow('instagram');
    platform.control.switch({ withheld: 1 });
    for (let n = 0; n < 8; n++) say(liveId, `sold 12`, { authorId: `66000008${n}` });
    const [missing] = await untilProblems(show);
    expect(missing).toMatchObject({
      code: 'COMMENTS_MISSING',
      message: expect.stringContaining('reports 8 comments but returns none'),
    });
    expect(missing?.message).toContain('Advanced Access');
    const console = await watchSources(app.url, owner, show.id);
    const source = () => console.sources()[0];
    expect(await eventually(source, (found) => found !== undefined)).toMatchObject({
      state: 'trouble',
      problem: 'COMMENTS_MISSING',
    });
    platform.control.switch({ withheld: 0 });
    await untilAtLeast(show, 8);
    await eventually(source, (found) => found?.state === 'live');
    expect(await problems(show)).toHaveLength(1);
    console.close();
    await stopShow(show);
  });

  it("The first page's comments are decided within seconds even if the platform throttles the next page.", async () => {
    const { show, liveId } = await startShow('facebook', THROTTLED_PAGE);
    for (let n = 0; n < 150; n++) say(liveId, `hello ${n}`, { authorId: `90009${n}` });
    platform.control.fault({
      kind: 'graph',
      code: 80_001,
      path: `${liveId}/comments`,
      page: 'later',
      times: null,
    });
    await eventually(
      async () => (await owner.readShow(show.id)).stats.comments,
      (count) => count === 100,
    );
    // The problem is recorded after the first page's comments.
    const recorded = await untilProblems(show);
    expect(recorded.map(({ code }) => code)).toEqual(['THROTTLED']);
    await stopShow(show);
  });

  it('Polling finds replies to Instagram comments, page by page.', async () => {
    const { show, liveId } = await startShow('instagram');
    const question = say(liveId, 'who wants it?', { authorId: '66000001' });
    for (let n = 0; n < 30; n++) say(liveId, 'sold 12', { authorId: `6600001${n}`, parentId: question.id });
    const found = await untilAtLeast(show, 31);
    expect(found.filter(({ outcome }) => outcome === 'winner')).toHaveLength(30);
    await stopShow(show);
  });

  it('A broadcast listed after an empty page is found and is not treated as ended.', async () => {
    platform.control.switch({ liveMediaBeginsEmpty: true });
    const { show, liveId, connection } = await startShow('instagram');
    const { body } = await owner.call<BroadcastList>('GET', `/api/connections/${connection.id}/lives`);
    expect(body.lives.map(({ liveId }) => liveId)).toContain(liveId);
    say(liveId, 'sold 12');
    await untilAtLeast(show, 1);
    expect(await problems(show)).toEqual([]);
    await stopShow(show);
  });

  it('A comment counts only once, even if each channel delivers its id in a different form.', async () => {
    const { show, liveId } = await startShow('facebook');
    platform.control.subscribe('page', `${app.url}/api/webhooks/facebook`);
    platform.control.setWebhooks({ commentIds: 'story', listWrapped: true });
    platform.control.switch({ commentIds: 'bare' });
    // Webhooks find the broadcast by its video id, which is stored when the broadcast is first read.
    say(liveId, 'hello', { authorId: '9000081' });
    await untilAtLeast(show, 1);
    const hiddenComment = say(liveId, 'sold 12', { anonymous: true });
    const [first] = await untilAtLeast(show, 2);
    platform.control.setWebhooks({ commentIds: 'video' });
    platform.control.broadcasts.edit(hiddenComment.id, 'sold 12 please');
    await eventually(
      () => comments(show),
      (found) => found[0]?.editedText !== undefined,
    );
    platform.control.broadcasts.reveal(hiddenComment.id);
    const [revealed] = await eventually(
      () => comments(show),
      (found) => found[0]?.buyer.hidden === false,
    );
    expect(revealed).toMatchObject({ id: first?.id, outcome: 'winner' });
    expect((await owner.readShow(show.id)).stats).toMatchObject({ comments: 2, winners: 1 });
    await stopShow(show);
  });

  it('A viewer identified first by username and later by id gets only one claim.', async () => {
    const { show, liveId } = await startShow('instagram');
    platform.control.switch({ usernameOnly: true });
    say(liveId, 'sold 12', { authorId: '6600000077', authorName: 'ann.one' });
    const [first] = await untilAtLeast(show, 1);
    expect(first?.buyer).toMatchObject({ platformUserId: '@ann.one', handle: 'ann.one', hidden: false });
    say(liveId, 'sold 12', { authorId: '6600000077', authorName: 'ann.one' });
    await untilAtLeast(show, 2);
    platform.control.switch({ usernameOnly: false });
    say(liveId, 'sold 12', { authorId: '6600000077', authorName: 'ann.one' });
    const all = await untilAtLeast(show, 3);
    expect(new Set(all.map(({ buyer }) => buyer.id))).toEqual(new Set([first?.buyer.id]));
    expect(all.map(({ buyer }) => buyer.platformUserId)).toEqual(['6600000077', '6600000077', '6600000077']);
    expect(all.map(({ outcome }) => outcome)).toEqual(['duplicate_user', 'duplicate_user', 'winner']);
    await stopShow(show);
  });
});
