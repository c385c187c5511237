import type { Show } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { eventually, useCallerPerTest, useSimulatedApp } from '../../../test';
import { untilComments } from '../../../test/live-sources';

jest.setTimeout(60_000);

const PAGE = '1000001';

describe('A broadcast that has a live id and a video id', () => {
  const { platform, app } = useSimulatedApp();
  const owner = useCallerPerTest(app);
  let broadcast: { id: string; videoId: string };
  let connectionId: string;

  beforeEach(async () => {
    platform.control.clearFaults();
    connectionId = (await platform.connectAccount(app.url, owner, 'facebook', PAGE)).id;
    broadcast = platform.control.broadcasts.create({ owner: PAGE });
  });

  const refuse = (path: string) => platform.control.fault({ kind: 'graph', code: 100, path, times: null });
  const sourceWith = (liveId: string) => ({ platform: 'facebook', liveId, connectionId });
  const startShow = (...liveIds: string[]) =>
    owner.activeShow([{ itemNumber: '12' }], { sources: liveIds.map(sourceWith) });
  const add = async (show: Show, liveId: string) =>
    (await owner.call<Show>('POST', `/api/shows/${show.id}/sources`, sourceWith(liveId))).body;
  const post = async (show: Show, action: string) =>
    (await owner.call<Show>('POST', `/api/shows/${show.id}/${action}`, {})).body;
  const liveIdsOf = ({ sources }: Show) => sources.map(({ liveId }) => liveId);
  const read = ({ id }: Show) => owner.readShow(id);
  const untilMerged = (show: Show) =>
    eventually(
      () => read(show),
      ({ sources }) => sources.length === 1,
    );
  /** Waits until the show has read the broadcast under this id and stored its video id. */
  const untilRead = (show: Show, liveId: string) =>
    eventually(
      () =>
        app.nest
          .get(DataSource)
          .query<unknown[]>(
            'SELECT 1 FROM source_readings WHERE show_id = $1 AND live_id = $2 AND video_id IS NOT NULL',
            [show.id, liveId],
          ),
      (rows) => rows.length > 0,
    );

  it('A show that reads the broadcast under either id does not add it under the other one.', async () => {
    const { id, videoId } = broadcast;
    const live = await startShow(id);
    await untilRead(live, id);
    refuse('live_videos');
    expect(liveIdsOf(await add(live, videoId))).toEqual([id]);
    await post(live, 'stop');

    const video = await startShow(videoId);
    await untilRead(video, videoId);
    expect(liveIdsOf(await add(video, id))).toEqual([videoId]);
    platform.control.clearFaults();
    expect(liveIdsOf(await add(video, id))).toEqual([videoId]);
    expect(liveIdsOf(await add(video, videoId))).toEqual([videoId]);
    await post(video, 'stop');
  });

  it('A draft does not add a broadcast that it has under the other id.', async () => {
    const { body: draft } = await owner.call<Show>('POST', '/api/shows', {
      sources: [sourceWith(broadcast.videoId)],
    });
    expect(liveIdsOf(await add(draft, broadcast.id))).toEqual([broadcast.videoId]);
  });

  it('When a show with both ids starts, one source remains.', async () => {
    const show = await startShow(broadcast.videoId, broadcast.id);
    expect(liveIdsOf(show)).toEqual([broadcast.id]);
    await post(show, 'stop');
  });

  it("If a paused show gets the broadcast's other id, it resumes with the id that it has already read.", async () => {
    const { id, videoId } = broadcast;
    refuse('live_videos');
    const show = await startShow(videoId);
    await untilRead(show, videoId);
    await post(show, 'pause');
    await owner.call('PATCH', `/api/shows/${show.id}`, { sources: [sourceWith(id)] });
    expect(liveIdsOf(await post(show, 'resume'))).toEqual([videoId]);
    await post(show, 'stop');
  });

  it('Two sources of a live show that turn out to be the same broadcast become one, and no comment is lost.', async () => {
    const { id, videoId } = broadcast;
    platform.say(id, 'ann', 'before');
    refuse('live_videos');
    refuse(`/${id}`);
    const show = await startShow(videoId);
    await untilComments(owner, show.id, 1);
    expect(liveIdsOf(await add(show, id))).toEqual([videoId, id]);
    platform.control.clearFaults();
    await untilMerged(show);
    platform.say(id, 'bob', 'after');
    const comments = await untilComments(owner, show.id, 2);
    expect(comments.map(({ text }) => text).sort()).toEqual(['after', 'before']);
    const updates = (await owner.readEvents(show.id)).filter(({ type }) => type === 'show.updated');
    expect(updates.at(-1)?.by).toMatchObject({ kind: 'engine' });
    await post(show, 'pause');
    for (const after of [
      await post(show, 'resume'),
      await add(show, id),
      await add(show, videoId),
      await read(show),
    ]) {
      expect(liveIdsOf(after)).toEqual([videoId]);
    }
    await post(show, 'stop');
  });

  it('If the source with the video id was never read, the source with the live id remains.', async () => {
    const { id, videoId } = broadcast;
    for (const path of ['live_videos', `/${id}`, `/${videoId}`]) refuse(path);
    const show = await startShow(id);
    expect(liveIdsOf(await add(show, videoId))).toEqual([id, videoId]);
    platform.control.clearFaults();
    refuse(`/${videoId}`);
    await untilMerged(show);
    for (const after of [await read(show), await add(show, videoId)]) {
      expect(liveIdsOf(after)).toEqual([id]);
    }
    platform.say(id, 'ann', 'after');
    await untilComments(owner, show.id, 1);
    await post(show, 'stop');
  });
});
