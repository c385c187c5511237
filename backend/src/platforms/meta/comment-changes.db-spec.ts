import type { Comment, LedgerData, ShowWithItems } from '@sellary/contracts';
import { createHmac } from 'node:crypto';
import { useCallerPerTest, useSimulatedApp } from '../../../test';

jest.setTimeout(60_000);

const PAGE = '1000001';
const VIDEO = '3000001';

describe('Changes to a comment after its arrival', () => {
  const { platform, app } = useSimulatedApp();
  const owner = useCallerPerTest(app);
  let show: ShowWithItems;

  beforeEach(async () => {
    show = await owner.activeShow([{ itemNumber: '12', totalQuantity: 3 }], {
      sources: [{ platform: 'facebook', liveId: VIDEO }],
    });
  });
  afterEach(() => owner.call('POST', `/api/shows/${show.id}/stop`, {}));

  const postChange = async (
    id: string,
    verb: string,
    message?: string,
    time = 1_795_374_312,
  ): Promise<number> => {
    const value = {
      item: 'comment',
      verb,
      comment_id: `${VIDEO}_${id}`,
      post_id: `${PAGE}_${VIDEO}`,
      created_time: now(),
      from: { id: '9', name: 'Ann' },
    };
    const changes = [{ field: 'feed', value: { ...value, ...(message === undefined ? {} : { message }) } }];
    const body = JSON.stringify({ object: 'page', entry: [{ id: PAGE, time, changes }] });
    const signature = `sha256=${createHmac('sha256', platform.simulator.appSecret).update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    return (await fetch(`${app.url}/api/webhooks/facebook`, { method: 'POST', headers, body })).status;
  };
  const now = (): number => Math.floor(Date.now() / 1_000);
  const comment = async (): Promise<Comment | undefined> => (await owner.readComments(show.id))[0];
  const updates = async (): Promise<LedgerData['comment.updated'][]> =>
    (await owner.readEvents(show.id)).flatMap((event) =>
      event.type === 'comment.updated' ? [event.data] : [],
    );

  it('An edit is shown next to the original text and does not change claims.', async () => {
    await postChange('1', 'add', 'sold 12');
    const { stats } = await owner.readShow(show.id);
    expect(await postChange('1', 'edited', 'pass 12')).toBe(200);
    expect(await comment()).toMatchObject({ text: 'sold 12', editedText: 'pass 12', outcome: 'winner' });
    expect(await owner.readClaims(show.id)).toMatchObject([{ status: 'winner', rawText: 'sold 12' }]);
    expect((await owner.readShow(show.id)).stats).toEqual(stats);
    expect(await updates()).toMatchObject([{ change: 'edited', comment: { editedText: 'pass 12' } }]);
  });

  it('An edit is recorded once, and an older edit does not replace a newer one.', async () => {
    await postChange('1', 'add', 'sold 12');
    await postChange('1', 'edited', 'second', 1_795_374_320);
    await postChange('1', 'edited', 'second', 1_795_374_320);
    await postChange('1', 'edited', 'first', 1_795_374_310);
    expect([(await comment())?.editedText, (await updates()).length]).toEqual(['second', 1]);
  });

  it('The API reports that a comment was hidden or deleted, and its claim does not change.', async () => {
    await postChange('1', 'add', 'sold 12');
    await postChange('1', 'hide');
    expect((await comment())?.hiddenAt).toBeDefined();
    await postChange('1', 'unhide');
    await postChange('1', 'remove');
    await postChange('1', 'remove');
    expect(await comment()).toMatchObject({
      deletedAt: new Date(1_795_374_312_000).toISOString(),
      outcome: 'winner',
    });
    expect((await comment())?.hiddenAt).toBeUndefined();
    expect((await updates()).map((row) => row.change)).toEqual(['hidden', 'unhidden', 'deleted']);
    expect(await owner.readClaims(show.id)).toMatchObject([{ status: 'winner' }]);
  });

  describe('The rule for deleted comments', () => {
    const setRule = (deletedComments: string) =>
      owner.call('PATCH', `/api/shows/${show.id}/rules`, { deletedComments });
    const claims = async (): Promise<string[]> =>
      (await owner.readClaims(show.id)).map(({ rawText, status, flagged, operatorNotes }) =>
        [rawText, status, ...(flagged ? ['flagged', operatorNotes] : [])].join(' '),
      );

    it('With the rule "release", a deleted comment\'s claims are released, and a freed unit goes to the next buyer.', async () => {
      expect((await setRule('release')).status).toBe(200);
      await postChange('1', 'add', 'sold 12 x3');
      await owner.say(show.id, 'bob', 'sold 12', { platform: 'facebook', liveId: VIDEO });
      await postChange('1', 'remove');
      await postChange('1', 'remove');
      expect((await claims()).sort()).toEqual([
        'sold 12 winner',
        ...Array.from({ length: 3 }, () => 'sold 12 x3 released'),
      ]);
      const acts = (await owner.readEvents(show.id)).filter(
        (event) => event.type === 'operator.act' && event.data.act === 'release',
      );
      expect(acts.map(({ by }) => by)).toEqual(
        Array.from({ length: 3 }, () => ({ kind: 'engine', reason: 'comment deleted' })),
      );
      const [first] = acts;
      expect((await owner.call('POST', `/api/shows/${show.id}/acts/${first?.seq}/undo`, {})).status).toBe(
        200,
      );
    });

    it('With the rule "review", a deleted comment\'s claims are flagged for an operator and keep their units.', async () => {
      await setRule('review');
      await postChange('1', 'add', 'sold 12');
      await postChange('1', 'remove');
      expect(await claims()).toEqual(['sold 12 winner flagged The comment was deleted on the platform.']);
    });

    it('After the show ends, the rule "release" only flags the claims.', async () => {
      await setRule('release');
      await postChange('1', 'add', 'sold 12');
      await owner.call('POST', `/api/shows/${show.id}/stop`, {});
      await postChange('1', 'remove');
      expect(await claims()).toEqual(['sold 12 winner flagged The comment was deleted on the platform.']);
    });

    it('An unknown value for the rule is rejected.', async () => {
      expect((await setRule('delete')).status).toBe(400);
    });
  });

  it('Changes to an unknown comment are not stored.', async () => {
    expect([await postChange('8', 'edited', 'sold 12'), await postChange('9', 'remove')]).toEqual([200, 200]);
    expect([await comment(), await updates()]).toEqual([undefined, []]);
  });
});
