import type { Comment, Show } from '@sellary/contracts';
import { reviews, sales, useCallerPerTest, useTestApp } from '../../test';
import { CommentChanges } from './intake/comment-changes';

describe('Reviews accepted together', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);

  const { sale, claimTexts, undo } = sales(operator);
  const { sayForReview, accept, resolve, inbox, groups, check } = reviews(app, operator);

  const commentOf = async (show: Show, id: string): Promise<Comment | undefined> =>
    (await operator.readComments(show.id, 'limit=200')).find((comment) => comment.id === id);
  const block = async (show: Show, id: string): Promise<void> => {
    const buyer = (await commentOf(show, id))?.buyer.id;
    await operator.call('PUT', `/api/buyers/${buyer}/block`, { block: 'refuse', reason: 'Never pays' });
  };
  const deleteComment = async (show: Show, id: string): Promise<void> => {
    const commentId = (await commentOf(show, id))?.commentId ?? '';
    await app.nest
      .get(CommentChanges)
      .record(operator.session.workspace.id, show.id, [
        { platform: 'rehearsal', commentId, at: null, change: 'deleted' },
      ]);
  };

  it.each([
    { action: 'accept', group: 'word:mine' },
    { action: 'count-word', word: 'mine' },
  ])("A blocked buyer's comments make no claims, and their outcome is stored ($action).", async (request) => {
    const { show, itemId } = await sale(3);
    const commentIds = {
      ann: await sayForReview(show, 'ann', 'mine 1'),
      bob: await sayForReview(show, 'bob', 'mine 1'),
    };
    await block(show, commentIds.ann);
    expect(await groups(show)).toMatchObject([
      { count: 2, blocked: 1, deleted: 0, preview: { blocked: 1, winner: 1 } },
    ]);
    const { body } = await resolve(show, request);
    expect(body.counts).toEqual({ blocked: 1, winner: 1 });
    expect(await claimTexts(show, itemId)).toEqual(['winner bob']);
    expect(await commentOf(show, commentIds.ann)).toMatchObject({
      outcome: 'blocked',
      claimIds: [],
      outcomes: [{ item: '1', outcome: 'blocked', claimIds: [] }],
      why: { rule: 'blocked_refuse' },
      resolution: { resolution: 'accepted' },
    });
    await check(show);
    expect((await undo(show, body.actSeq)).body.comments).toHaveLength(2);
    await check(show);
  });

  it("A blocked buyer's comment is marked, and makes its claim if an operator accepts it alone.", async () => {
    const { show, itemId } = await sale(3);
    const [ann, bob] = [await sayForReview(show, 'ann', 'mine 1'), await sayForReview(show, 'bob', 'mine 1')];
    await block(show, ann);
    await block(show, bob);
    expect((await inbox(show)).comments).toMatchObject([
      { blocked: true, preview: { outcome: 'winner' } },
      { blocked: true, preview: { outcome: 'winner' } },
    ]);
    expect((await accept(ann)).body.comment.outcome).toBe('winner');
    expect((await resolve(show, { action: 'accept', commentIds: [bob] })).body.counts).toEqual({ winner: 1 });
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'winner bob']);
    await check(show);
  });

  it.each([
    { deletedComments: 'release', outcome: 'refused', expectedClaims: ['winner bob'] },
    { deletedComments: 'review', outcome: 'refused', expectedClaims: ['winner bob'] },
    { deletedComments: 'keep', outcome: 'winner', expectedClaims: ['winner ann', 'winner bob'] },
  ])('A deleted comment\'s outcome is $outcome under the rule "$deletedComments".', async (expected) => {
    const { show, itemId } = await sale(3);
    const { deletedComments, outcome, expectedClaims } = expected;
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { deletedComments });
    const ann = await sayForReview(show, 'ann', 'mine 1');
    await sayForReview(show, 'bob', 'mine 1');
    await deleteComment(show, ann);
    expect(await groups(show)).toMatchObject([{ count: 2, blocked: 0, deleted: 1 }]);
    const { body } = await resolve(show, { action: 'accept', group: 'word:mine' });
    expect(body.resolved).toMatchObject([
      { outcome, ...(outcome === 'refused' ? { why: { rule: 'comment_deleted' } } : {}) },
      { outcome: 'winner' },
    ]);
    expect(await claimTexts(show, itemId)).toEqual(expectedClaims);
    await check(show);
    await undo(show, body.actSeq);
    expect((await accept(ann)).body.comment.outcome).toBe('winner');
    await check(show);
  });

  it('Counting a word accepts only the comments that would then claim automatically.', async () => {
    const show = await operator.activeShow([
      { itemNumber: '12', totalQuantity: 9 },
      { itemNumber: '13', totalQuantity: 99 },
      { itemNumber: '14', variants: 'S 1, M 1' },
    ]);
    const clear = ['mine 12', 'mine 99', 'mine 14 M'];
    const doubtful = ['mine 12 13', 'mine 12 later', 'mine 13 x40', 'mine 14'];
    for (const text of [...clear, ...doubtful]) await sayForReview(show, text.replaceAll(/\W/g, ''), text);
    const { body } = await resolve(show, { action: 'count-word', word: 'mine' });
    expect(body.resolved.map(({ text }) => text)).toEqual(clear);
    expect(body.counts).toEqual({ winner: 2, item_not_found: 1 });
    expect((await inbox(show)).comments.map(({ text }) => text)).toEqual(doubtful);
    await check(show);
  });

  it('A word that differs from a claim word only in its accents is the same word in groups and when it is counted.', async () => {
    const { show, itemId } = await sale(3);
    await sayForReview(show, 'ann', 'mio 1');
    expect(await groups(show)).toMatchObject([{ key: 'word:mio' }]);
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { claimWords: ['sold', 'Mío'] });
    expect(await groups(show)).toMatchObject([{ kind: 'rule' }]);
    const { body } = await resolve(show, { action: 'count-word', word: 'mio' });
    expect(body.counts).toEqual({ winner: 1 });
    expect(await claimTexts(show, itemId)).toEqual(['winner ann']);
    expect((await operator.readShow(show.id)).rules.claimWords).toEqual(['sold', 'Mío']);
    await check(show);
  });

  it('The outcome of each intent of an accepted comment is stored.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }, { itemNumber: '2' }]);
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, {
      maxClaimsPerComment: 2,
      maxUnitsPerShow: 1,
    });
    const id = await sayForReview(show, 'ann', 'mine 1 mine 2');
    const { body } = await accept(id);
    const outcomes = [
      { item: '1', quantity: 1, won: 1, waiting: 0, outcome: 'winner', claimIds: [body.claims[0]?.id] },
      { item: '2', quantity: 1, won: 0, waiting: 0, outcome: 'over_limit', claimIds: [] },
    ];
    expect(body.comment).toMatchObject({ outcome: 'winner', outcomes });
    expect(await commentOf(show, id)).toMatchObject({ outcomes });
    await check(show);
    await undo(show, body.actSeq);
    expect((await commentOf(show, id))?.outcomes).toBeUndefined();
    expect((await operator.readShow(show.id)).stats.review).toBe(1);
  });

  it("An erasure removes the viewer's words from the outcomes of an accepted comment.", async () => {
    const { show } = await sale(2);
    const id = await sayForReview(show, 'ann', 'mine 1 navy');
    expect((await accept(id)).body.comment.outcomes).toMatchObject([{ variant: 'navy', outcome: 'winner' }]);
    await operator.erase('ann');
    const erased = await commentOf(show, id);
    expect(erased?.outcomes).toMatchObject([{ item: '1', outcome: 'winner' }]);
    expect(JSON.stringify(erased)).not.toContain('navy');
    await check(show);
  });
});
