import { reviews, sales, useCaller, useTestApp } from '../../test';

describe('Many comments in review', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { sale, undo } = sales(operator);
  const { sayForReview, resolve, inbox, groups, check } = reviews(app, operator);

  it('One act accepts a whole group in claim-time order, and one undo reverts it.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }, { itemNumber: '2', totalQuantity: 2 }]);
    const written = [
      ['ann', 'claim 1'],
      ['bob', 'claim 2'],
      ['cat', 'claim 1'],
      ['dan', 'claim 9'],
    ] as const;
    for (const [viewer, text] of written) await sayForReview(show, viewer, text);
    await sayForReview(show, 'eve', 'sold 1-3');
    const reviewGroups = await groups(show);
    expect(reviewGroups).toMatchObject([
      {
        key: 'word:claim',
        kind: 'word',
        label: 'claim',
        count: 4,
        viewers: 4,
        preview: { winner: 2, waitlist: 1, item_not_found: 1 },
        example: 'claim 1',
      },
      { key: 'rule:range', kind: 'rule', count: 1, preview: { needs_item: 1 } },
    ]);
    const { status, body } = await resolve(show, { group: 'word:claim', action: 'accept' });
    expect(status).toBe(200);
    expect(body.resolved.map((comment) => [comment.buyer.handle, comment.outcome])).toEqual([
      ['ann', 'winner'],
      ['bob', 'winner'],
      ['cat', 'waitlist'],
      ['dan', 'item_not_found'],
    ]);
    expect(body.items).toHaveLength(2);
    await check(show);
    expect((await undo(show, body.actSeq)).body.comments).toHaveLength(4);
    expect((await operator.readShow(show.id)).stats).toMatchObject({
      review: 5,
      winners: 0,
      waitlisted: 0,
      unmatched: 0,
    });
    await check(show);
    const ids = reviewGroups[0]?.commentIds ?? [];
    expect((await resolve(show, { commentIds: ids, action: 'dismiss' })).body.resolved).toHaveLength(4);
    expect((await resolve(show, { commentIds: ids, action: 'dismiss' })).body).toMatchObject({
      resolved: [],
      actSeq: null,
    });
    await check(show);
  });

  it('Reviews for a missing item form one group, and their preview changes when the item is added.', async () => {
    const { show } = await sale(1);
    for (const viewer of ['ann', 'bob']) await sayForReview(show, viewer, 'sodl 199');
    expect(await groups(show)).toMatchObject([{ key: 'item:199', count: 2, preview: { item_not_found: 2 } }]);
    await operator.addItems(show.id, { itemNumber: '199' });
    expect(await groups(show)).toMatchObject([
      { kind: 'rule', count: 2, preview: { winner: 1, waitlist: 1 } },
    ]);
    expect((await inbox(show)).comments[0]?.preview).toMatchObject({ outcome: 'winner', unitsLeft: 1 });
  });

  it('Counting a word makes it a claim word and accepts its comments, and one undo reverts both.', async () => {
    const { show } = await sale(1);
    for (const viewer of ['ann', 'bob']) await sayForReview(show, viewer, 'mine 1');
    await sayForReview(show, 'cat', 'claim 1');
    const { status, body } = await resolve(show, { action: 'count-word', word: 'mine' });
    expect([status, body.resolved.length]).toEqual([200, 2]);
    expect(body.claims.map((claim) => claim.status)).toEqual(['winner', 'waitlist']);
    expect((await operator.readShow(show.id)).rules.claimWords).toEqual(['sold', 'mine']);
    expect((await operator.say(show.id, 'dan', 'mine 1')).outcome).toBe('waitlist');
    await check(show);
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { claimWords: ['sold', 'mine', 'dibs'] });
    expect((await undo(show, body.actSeq)).status).toBe(200);
    const after = await operator.readShow(show.id);
    expect([after.rules.claimWords, after.stats.review]).toEqual([['sold', 'dibs'], 3]);
    expect((await operator.say(show.id, 'eve', 'mine 1')).outcome).toBe('review');
    expect(await resolve(show, { action: 'count-word', word: 'pass' })).toMatchObject({ status: 400 });
    expect(await resolve(show, { action: 'count-word' })).toMatchObject({ status: 400 });
    await check(show);
  });

  it('A call with more than 1,000 comments, or with an unknown comment, is rejected.', async () => {
    const { show } = await sale(1);
    const commentIds = Array.from({ length: 1_001 }, () => show.id);
    expect(await resolve(show, { commentIds, action: 'dismiss' })).toMatchObject({ status: 400 });
    expect(await resolve(show, { commentIds: [show.id], action: 'dismiss' })).toMatchObject({ status: 404 });
  });

  it('Counting a word accepts the 1,000 oldest comments, and counting it again accepts the others.', async () => {
    const { show } = await sale(1);
    const comments = Array.from({ length: 1_001 }, (_, n) => [`viewer${n}`, 'mine 1'] as const);
    await operator.sayAll(show.id, comments);
    const first = await resolve(show, { action: 'count-word', word: 'mine' });
    expect([first.body.resolved.length, first.body.left]).toEqual([1_000, 1]);
    expect(first.body.resolved[0]?.buyer.handle).toBe('viewer0');
    const second = await resolve(show, { action: 'count-word', word: 'mine' });
    expect([second.body.resolved.length, second.body.left]).toEqual([1, 0]);
    expect(second.body.claims[0]).toMatchObject({ status: 'waitlist', waitlistPosition: 1_000 });
    await check(show);
  });
});
