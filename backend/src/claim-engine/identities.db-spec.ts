import type {
  Claim,
  ClaimList,
  Comment,
  CommentList,
  Item,
  LedgerData,
  ReviewGroupList,
  ReviewList,
  Show,
  ShowEventList,
  ShowSnapshot,
  ShowWithItems,
} from '@sellary/contracts';
import type { LiveComment } from '@sellary/extension-kit';
import { liveComment, replayDifferences, useCallerPerTest, useTestApp } from '../../test';
import { ClaimIntake } from './index';

describe('An author who becomes known later', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);
  let show: ShowWithItems;

  beforeEach(async () => {
    show = await owner.activeShow([
      { itemNumber: '1', totalQuantity: 2 },
      { itemNumber: '2', totalQuantity: 1 },
    ]);
  });
  afterEach(async () => expect(await replayDifferences(app, show.id)).toEqual([]));

  const submit = (comment: Pick<LiveComment, 'author' | 'commentId' | 'idInBroadcast'>, text = 'sold 1') =>
    app.nest.get(ClaimIntake).submit(show.id, [liveComment(show, { text, ...comment })]);
  const say = (commentId: string, handle: string | null, text: string): Promise<unknown> =>
    submit({ commentId, author: handle === null ? null : { userId: `id-${handle}`, handle } }, text);
  const get = async <T>(path: string): Promise<T> =>
    (await owner.call<T>('GET', `/api/shows/${show.id}${path}`)).body;
  const claimOf = async (commentId: string): Promise<Claim | undefined> =>
    (await get<ClaimList>('/claims')).claims.find((claim) => claim.commentId === commentId);
  const commentOf = async (commentId: string): Promise<Comment | undefined> =>
    (await get<CommentList>('/comments')).comments.find((comment) => comment.commentId === commentId);
  const rowsAfter = async (seq: number) => (await get<ShowEventList>(`/events?afterSeq=${seq}`)).events;
  const lastSeq = async (): Promise<number> => (await get<Show>('')).lastSeq;

  it('The author gets the claim, and the consoles are notified.', async () => {
    await say('c1', null, 'sold 1');
    const before = await claimOf('c1');
    expect(before?.buyer).toMatchObject({ hidden: true, handle: 'Hidden viewer' });
    const seq = await lastSeq();
    await say('c1', 'ann', 'sold 1');
    const ann = { handle: 'ann', platformUserId: 'id-ann', hidden: false };
    expect(await claimOf('c1')).toMatchObject({ id: before?.id, status: 'winner', buyer: ann });
    expect(await commentOf('c1')).toMatchObject({ buyer: ann, outcome: 'winner', text: 'sold 1' });
    const rows = await rowsAfter(seq);
    expect(rows.map((row) => row.type)).toEqual(['comment.updated', 'claim.updated', 'item.updated']);
    expect(rows[0]?.data).toMatchObject({
      change: 'identified',
      comment: { buyer: ann },
      was: { outcome: 'winner', claimIds: [before?.id] },
    });
    expect(rows[1]?.data).toMatchObject({
      claim: { id: before?.id, buyer: ann },
      item: { winners: [{ handle: 'ann' }] },
    });
    expect((rows[2]?.data as { item: Item }).item.winners).toMatchObject([{ handle: 'ann' }]);
    const snapshot = await get<ShowSnapshot>('/snapshot');
    expect([snapshot.claims[0]?.buyer.handle, snapshot.items[0]?.winners[0]?.handle]).toEqual(['ann', 'ann']);
  });

  it('The time of a release stays the same when the author becomes known.', async () => {
    await say('c1', null, 'sold 1');
    const { id } = (await claimOf('c1')) as Claim;
    const released = await owner.call<{ claim: Claim }>('POST', `/api/claims/${id}/release`, {});
    await say('c1', 'ann', 'sold 1');
    expect(await claimOf('c1')).toMatchObject({
      buyer: { handle: 'ann' },
      updatedAt: released.body.claim.updatedAt,
    });
  });

  it('The author is reported once, however often the comment arrives.', async () => {
    await say('c1', null, 'sold 1');
    await Promise.all([say('c1', 'ann', 'sold 1'), say('c1', 'ann', 'sold 1')]);
    const seq = await lastSeq();
    await say('c1', 'ann', 'sold 1');
    await say('c1', null, 'sold 1');
    expect(await rowsAfter(seq)).toEqual([]);
  });

  it('A later claim by the author is a duplicate, and a later pass frees the unit.', async () => {
    await say('c1', null, 'sold 2');
    await say('c1', 'ann', 'sold 2');
    await say('c2', 'bob', 'sold 2');
    await say('c3', 'ann', 'sold 2');
    expect((await commentOf('c3'))?.outcome).toBe('duplicate_user');
    await say('c4', 'ann', 'pass 2');
    expect([(await claimOf('c1'))?.status, (await claimOf('c2'))?.status]).toEqual(['passed', 'winner']);
  });

  it('If the author already has a claim on the item, the comment goes to review, and no claim is lost or won.', async () => {
    await say('c1', 'ann', 'sold 1');
    await say('c2', null, 'sold 1');
    const seq = await lastSeq();
    await say('c2', 'ann', 'sold 1');
    expect(await claimOf('c2')).toMatchObject({ status: 'winner', buyer: { hidden: true } });
    expect(await commentOf('c2')).toMatchObject({ outcome: 'review', buyer: { handle: 'ann' } });
    const rows = await rowsAfter(seq);
    expect(rows.map((row) => row.type)).toEqual(['comment.updated', 'review.updated']);
    expect((rows[1]?.data as LedgerData['review.updated']).resolution).toBe('reopened');
    expect((await get<Show>('')).stats).toMatchObject({ review: 1, winners: 2, uniqueBuyers: 2 });
  });

  it('If the author becomes known during the fairness window, the comment stays pending, and the repeated claim gets no unit.', async () => {
    show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 2 }], { fairnessWindowSeconds: 3 });
    await say('c1', null, 'sold 1');
    await say('c2', 'ann', 'sold 1');
    await say('c1', 'ann', 'sold 1');
    expect(await commentOf('c1')).toMatchObject({ outcome: 'pending', buyer: { handle: 'ann' } });
    expect(await claimOf('c1')).toMatchObject({ status: 'pending', unit: 2, buyer: { handle: 'ann' } });
    const { stats } = await owner.untilDecided(show.id);
    expect(stats).toMatchObject({ review: 0, winners: 1, uniqueBuyers: 1 });
    expect([(await claimOf('c1'))?.status, (await claimOf('c2'))?.why.rule]).toEqual([
      'winner',
      'duplicate_user',
    ]);
  });

  it('If an operator awards a hidden viewer a unit during the fairness window, it moves to the author with their other claims.', async () => {
    show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 3 }], { fairnessWindowSeconds: 3 });
    await say('c1', null, 'sold 1');
    await say('c2', 'ann', 'sold 1');
    const { itemId, buyer } = (await claimOf('c1')) as Claim;
    const { handle: userHandle, platform, platformUserId } = buyer;
    const award = { userHandle, platform, platformUserId };
    await owner.call('POST', `/api/shows/${show.id}/items/${itemId}/award`, award);
    expect(await claimOf('c1')).toMatchObject({ status: 'winner', buyer: { hidden: true } });
    await say('c1', 'ann', 'sold 1');
    expect(await claimOf('c1')).toMatchObject({ status: 'winner', buyer: { handle: 'ann' } });
    const { stats } = await owner.untilDecided(show.id);
    expect(stats).toMatchObject({ review: 0, winners: 1, uniqueBuyers: 1 });
    expect((await claimOf('c2'))?.why.rule).toBe('duplicate_user');
  });

  it('What was decided before the author became known is not proposed again, so no comment gets a second unit.', async () => {
    const rules = { repeatClaims: 'add', maxClaimsPerComment: 2 };
    show = await owner.activeShow(
      [
        { itemNumber: '1', totalQuantity: 9 },
        { itemNumber: '2', totalQuantity: 9 },
      ],
      rules,
    );
    await say('c1', 'ann', 'sold 1');
    await say('c2', null, 'sold 1 and sold 2');
    await say('c3', null, 'claim 1');
    await owner.call('POST', `/api/comments/${(await commentOf('c3'))?.id}/accept`, {});
    await say('c2', 'ann', 'sold 1 and sold 2');
    await say('c3', 'ann', 'claim 1');
    for (const [commentId, winners] of [
      ['c2', ['winner', 'winner']],
      ['c3', ['winner']],
    ] as const) {
      const comment = await commentOf(commentId);
      expect(comment).toMatchObject({ outcome: 'review', buyer: { handle: 'ann' } });
      expect(comment?.outcomes?.map(({ outcome }) => outcome)).toEqual(winners);
      expect((await owner.call('POST', `/api/comments/${comment?.id}/accept`, {})).status).toBe(400);
    }
    expect((await get<ReviewList>('/review')).comments.map(({ proposals }) => proposals)).toEqual([[], []]);
    expect((await get<ReviewGroupList>('/review/groups')).groups).toMatchObject([
      { key: 'rule:author-known', count: 2 },
    ]);
    expect((await get<Show>('')).stats).toMatchObject({ review: 2, winners: 4 });
  });

  it('If copies of a comment with and without an author arrive together, it is stored with its author.', async () => {
    const author = { userId: 'id-ann', handle: 'ann' };
    const results = await app.nest
      .get(ClaimIntake)
      .submit(show.id, [
        liveComment(show, { commentId: '30_1', idInBroadcast: '1' }),
        liveComment(show, { commentId: '1', idInBroadcast: '1', author }),
      ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['winner', 'duplicate']);
    expect(await claimOf('30_1')).toMatchObject({ buyer: { handle: 'ann', hidden: false } });
  });

  it('The author keeps their place in line and counts as one buyer.', async () => {
    await say('c1', 'bob', 'sold 2');
    await say('c2', null, 'sold 2');
    await say('c3', null, 'sold 1');
    await say('c4', 'cat', 'sold 2');
    await say('c2', 'ann', 'sold 2');
    await say('c3', 'ann', 'sold 1');
    expect(await claimOf('c2')).toMatchObject({
      status: 'waitlist',
      waitlistPosition: 1,
      buyer: { handle: 'ann' },
    });
    await say('c1b', 'bob', 'pass 2');
    expect((await claimOf('c2'))?.status).toBe('winner');
    expect((await get<Show>('')).stats).toMatchObject({ winners: 2, uniqueBuyers: 1, waitlisted: 1 });
  });

  it('The author is not merged with another hidden viewer.', async () => {
    await say('c1', null, 'sold 1');
    await say('c2', null, 'sold 1');
    await say('c1', 'ann', 'sold 1');
    expect([(await claimOf('c1'))?.buyer.hidden, (await claimOf('c2'))?.buyer.hidden]).toEqual([false, true]);
  });

  it('A viewer known only by handle is recognized when the id arrives, and a comment with two ids counts once.', async () => {
    const authorWith = (userId: string) => ({ userId, handle: 'ann', handleIsUnique: true });
    await submit({ commentId: '30_1', idInBroadcast: '1', author: authorWith('@ann') });
    await submit({ commentId: '40_1', idInBroadcast: '1', author: authorWith('66') });
    await submit({ commentId: '1', idInBroadcast: '1', author: null });
    await submit({ commentId: '30_2', idInBroadcast: '2', author: authorWith('66') });
    await submit({ commentId: '30_3', idInBroadcast: '3', author: authorWith('@ann') });
    const { claims } = await get<ClaimList>('/claims');
    expect(claims).toMatchObject([
      { commentId: '30_1', status: 'winner', buyer: { platformUserId: '66', handle: 'ann' } },
    ]);
    expect(
      (await get<CommentList>('/comments')).comments.map(
        ({ commentId, outcome }) => `${commentId} ${outcome}`,
      ),
    ).toEqual(['30_3 duplicate_user', '30_2 duplicate_user', '30_1 winner']);
  });
});
