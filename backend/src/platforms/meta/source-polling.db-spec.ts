import type { Show, ShowWithItems, SourceInput } from '@sellary/contracts';
import type { InjectedComment } from '@sellary/simulator';
import { DataSource } from 'typeorm';
import { ClaimIntake } from '../../claim-engine';
import { eventually, startTestApp, useCallerPerTest, useSimulatedApp } from '../../../test';
import { readProblems, untilComments, usePollingEveryTwoSeconds } from '../../../test/live-sources';

jest.setTimeout(60_000);

const PAGE = '1000001';

describe('Polling a Facebook broadcast', () => {
  const { platform, app } = useSimulatedApp();
  const owner = useCallerPerTest(app);
  let broadcast: { id: string; videoId: string };
  let source: SourceInput;
  usePollingEveryTwoSeconds(owner);

  beforeEach(async () => {
    platform.control.clearFaults();
    const connection = await platform.connectAccount(app.url, owner, 'facebook', PAGE);
    broadcast = platform.control.broadcasts.create({ owner: PAGE });
    source = { platform: 'facebook', liveId: broadcast.id, connectionId: connection.id };
  });

  const say = (viewer: string, text: string, extra: Partial<InjectedComment> = {}) =>
    platform.say(broadcast.id, viewer, text, extra);

  const startShow = (extra: Record<string, unknown> = {}): Promise<ShowWithItems> =>
    owner.activeShow([{ itemNumber: '12', totalQuantity: 30 }], { sources: [source], ...extra });
  const post = (show: Show, action: string) =>
    owner.call<Show>('POST', `/api/shows/${show.id}/${action}`, {});
  /** Number of processes that hold the lease for the show's source. */
  const leaseCount = async (show: Show): Promise<number> =>
    (
      await app.nest
        .get(DataSource)
        .query<{ count: number }[]>(
          'SELECT count(*)::int AS count FROM source_leases WHERE key = $1 AND until > clock_timestamp()',
          [`source ${show.id} facebook ${broadcast.id}`],
        )
    )[0]?.count ?? 0;
  const reads = () => platform.callsTo(new RegExp(`/${broadcast.id}/comments`));
  const untilReads = (isEnough: (count: number) => boolean) => eventually(() => reads().length, isEnough);

  it("Polling finds all comments, even those that the platform's defaults would hide.", async () => {
    const show = await startShow();
    say('ann', 'sold 12');
    say('bob', 'how much?', { lowQuality: true });
    say('page', 'welcome', { authorId: PAGE, authorName: 'Demo Page' });
    say('hidden', 'sold 12', { anonymous: true });
    const found = await untilComments(owner, show.id, 4);
    const outcomes = Object.fromEntries(found.map((comment) => [comment.buyer.handle, comment.outcome]));
    expect(outcomes).toEqual({
      ann: 'winner',
      bob: 'ignored',
      'Demo Page': 'host',
      'Hidden viewer': 'winner',
    });
    expect(
      found.every(
        (comment) => comment.liveId === broadcast.id && comment.commentId.startsWith(broadcast.videoId),
      ),
    ).toBe(true);
    const [call] = reads();
    expect(Object.fromEntries(new URLSearchParams(call?.query))).toMatchObject({
      filter: 'stream',
      live_filter: 'no_filter',
      order: 'reverse_chronological',
    });
    await post(show, 'stop');
  });

  it('Polling finds late comments and never stores a comment twice.', async () => {
    const show = await startShow();
    for (let n = 0; n < 130; n++) say(`v${n}`, `hello ${n}`, { createdAt: Date.now() - n * 100 });
    say('late', 'sold 12', { createdAt: Date.now() - 5_000, releaseAfterMs: 8_000 });
    await eventually(
      () => owner.readComments(show.id, 'limit=200'),
      (found) => found.some(({ text }) => text === 'sold 12'),
    );
    expect((await owner.readShow(show.id)).stats).toMatchObject({ comments: 131 });
    expect(await readProblems(owner, show.id)).toEqual([]);
    await post(show, 'stop');
  });

  it('Polling stops while the show is paused. After the show resumes, comments from the pause are stored without claims.', async () => {
    const show = await startShow();
    await untilReads((count) => count > 0);
    await post(show, 'pause');
    await eventually(
      () => leaseCount(show),
      (count) => count === 0,
    );
    const before = reads().length;
    const comment = say('ann', 'sold 12', { createdAt: Date.now() + 1_000 });
    // The whole second in which the comment was written must be within the pause.
    await eventually(
      () => Date.now(),
      (now) => now > comment.createdAt + 1_000,
    );
    expect(reads().length).toBe(before);
    await post(show, 'resume');
    const [stored] = await untilComments(owner, show.id, 1);
    expect(stored?.outcome).toBe('outside_show');
    await post(show, 'stop');
  });

  it('After the show ends, one full scan runs, and no other scan follows soon.', async () => {
    const show = await startShow();
    await untilReads((count) => count > 0);
    const heldBack = say('ann', 'sold 12', { releaseAfterMs: 86_400_000 });
    const readsBefore = reads().length;
    await untilReads((count) => count > readsBefore);
    platform.control.broadcasts.release(heldBack.id);
    await post(show, 'stop');
    const [comment] = await untilComments(owner, show.id, 1);
    expect(comment?.outcome).toBe('winner');
    const rows = () =>
      app.nest
        .get(DataSource)
        .query<{ final_sweeps: number }[]>('SELECT final_sweeps FROM source_readings WHERE show_id = $1', [
          show.id,
        ]);
    await eventually(rows, ([row]) => row?.final_sweeps === 1);
    const before = reads().length;
    const otherBroadcast = platform.control.broadcasts.create({ owner: PAGE });
    const otherShow = await owner.activeShow([], { sources: [{ ...source, liveId: otherBroadcast.id }] });
    await eventually(
      () => platform.callsTo(new RegExp(`/${otherBroadcast.id}/comments`)).length,
      (count) => count >= 3,
    );
    expect(reads().length).toBe(before);
    await post(otherShow, 'stop');
  });

  it('Polling continues after resets, errors, and HTML pages, and does not lose comments.', async () => {
    for (let round = 0; round < 4; round++) {
      platform.control.fault({ kind: 'graph', code: 2, path: '/comments' });
      platform.control.fault({ kind: 'html', status: 200, path: '/comments' });
      // A slow response is still valid, so every fourth request succeeds.
      platform.control.fault({ kind: 'slow', path: '/comments' });
      platform.control.fault({ kind: 'reset', path: '/comments' });
    }
    const show = await startShow();
    for (let c = 0; c < 250; c++) say(`v${c}`, `hello ${c}`);
    await eventually(
      async () => (await owner.readShow(show.id)).stats.comments,
      (count) => count === 250,
    );
    await post(show, 'stop');
  });

  it('The watermark moves only after the commit.', async () => {
    const watermark = async (show: Show): Promise<Date | null> =>
      (
        await app.nest
          .get(DataSource)
          .query<{ watermark: Date | null }[]>('SELECT watermark FROM source_readings WHERE show_id = $1', [
            show.id,
          ])
      )[0]?.watermark ?? null;
    const show = await startShow();
    // The row exists before the first scan ends. The end of that scan sets its watermark.
    const before = await eventually(
      () => watermark(show),
      (found) => found !== null,
    );
    const submit = jest.spyOn(app.nest.get(ClaimIntake), 'submit').mockRejectedValue(new Error('disk full'));
    say('ann', 'sold 12');
    await eventually(
      () => submit.mock.calls.length,
      (count) => count >= 2,
    );
    expect(await watermark(show)).toEqual(before);
    submit.mockRestore();
    await untilComments(owner, show.id, 1);
    await eventually(
      () => watermark(show),
      (moved) => String(moved) !== String(before),
    );
    await post(show, 'stop');
  });

  it('Only one process polls, even after a process loses its lease, and no comments are lost.', async () => {
    const second = await startTestApp({ env: platform.env, databaseUrl: app.databaseUrl });
    const show = await startShow();
    say('ann', 'sold 12');
    await untilComments(owner, show.id, 1);
    await app.nest
      .get(DataSource)
      .query('UPDATE source_leases SET owner = gen_random_uuid(), until = clock_timestamp()');
    say('bob', 'sold 12');
    await untilComments(owner, show.id, 2);
    expect(await leaseCount(show)).toBe(1);
    const before = reads().length;
    await untilReads((count) => count >= before + 4);
    // One process polls every two seconds; a second process's polls would fall in between.
    const times = reads()
      .slice(before, before + 4)
      .map((call) => call.at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
    expect(Math.min(...gaps)).toBeGreaterThan(1_400);
    await post(show, 'stop');
    await second.close();
  });
});
