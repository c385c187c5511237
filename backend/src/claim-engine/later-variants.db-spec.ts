import type { Claim, Comment, Item, Show, ShowSummary } from '@sellary/contracts';
import { reviews, sales, useCaller, useTestApp } from '../../test';
import { ConsoleFold } from '../../test/model-check/console-fold';

describe('Claims for an item added later, with variants', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { undo } = sales(operator);
  const { sayForReview, accept, dismiss, inbox, check } = reviews(app, operator);
  const add = (show: Show, variants: string, itemNumber = '77') =>
    operator.addItems(show.id, { itemNumber, variants });
  const patch = (show: Show, { id }: Item, variants: string) =>
    operator.call<Item>('PATCH', `/api/shows/${show.id}/items/${id}`, { variants });
  const claims = async (show: Show): Promise<string[]> =>
    (await operator.readClaims(show.id, 'limit=200'))
      .map(({ buyer, status, variant }: Claim) =>
        [buyer.handle, status, ...(variant ? [variant] : [])].join(' '),
      )
      .sort();
  const comments = (show: Show): Promise<Comment[]> => operator.readComments(show.id, 'limit=200');
  const showWithClaims = async (): Promise<Show> => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    for (const [viewer, text] of [
      ['ann', 'sold 77 M'],
      ['bob', 'sold 77'],
      ['cat', 'sold 77 L'],
    ] as const) {
      expect((await operator.say(show.id, viewer, text)).outcome).toBe('item_not_found');
    }
    return show;
  };

  it('A claim that names an existing variant is decided, and the others go to review with their proposals.', async () => {
    const show = await showWithClaims();
    await add(show, 'S 1, M 1');
    expect(await claims(show)).toEqual(['ann winner M', 'bob released', 'cat released']);
    expect((await inbox(show)).comments).toMatchObject([
      { buyer: { handle: 'bob' }, why: { rule: 'needs_variant' }, preview: { outcome: 'needs_variant' } },
      {
        buyer: { handle: 'cat' },
        proposals: [{ item: '77', variant: 'L' }],
        preview: { outcome: 'needs_variant' },
      },
    ]);
    expect((await operator.readShow(show.id)).stats).toMatchObject({ unmatched: 0, review: 2 });
    const summary = await operator.call<ShowSummary>('GET', `/api/shows/${show.id}/summary`);
    expect(summary.body.totals).toMatchObject({ claims: 1, released: 0, winners: 1 });
    await check(show);
    const [bob, cat] = (await inbox(show)).comments;
    // Bob's comment was written before Dan's.
    await operator.say(show.id, 'dan', 'sold 77 M');
    const { body } = await accept(bob?.id ?? '', { variant: 'M' });
    expect(body.claims).toMatchObject([
      { status: 'waitlist', waitlistPosition: 1, claimedAt: bob?.commentedAt },
    ]);
    expect((await dismiss(cat?.id ?? '')).status).toBe(200);
    await check(show);
    const fold = new ConsoleFold();
    fold.receive(await operator.readEvents(show.id));
    // The claims of Ann, Bob, and Dan.
    expect(fold.activeClaims().size).toBe(3);
  });

  it('A variant added later completes the proposal for a comment that named it.', async () => {
    const show = await showWithClaims();
    const { body } = await add(show, 'S 1, M 1');
    await patch(show, body.items[0] as Item, 'S 1, M 1, L 1');
    const [, cat] = (await inbox(show)).comments;
    expect(cat).toMatchObject({ proposals: [{ variant: 'L' }], preview: { outcome: 'winner' } });
    await accept(cat?.id ?? '');
    expect(await claims(show)).toContain('cat winner L');
    await check(show);
  });

  it('After the addition is undone, the claims wait for the number again.', async () => {
    const show = await showWithClaims();
    const id = await sayForReview(show, 'dan', 'mine 77');
    await accept(id);
    const before = [await claims(show), (await comments(show)).map(({ outcome }) => outcome)];
    const added = await add(show, 'S 1, M 1');
    expect((await operator.readShow(show.id)).stats).toMatchObject({ unmatched: 0, review: 3 });
    await check(show);
    expect((await undo(show, added.body.actSeq)).status).toBe(200);
    expect([await claims(show), (await comments(show)).map(({ outcome }) => outcome)]).toEqual(before);
    expect((await operator.readShow(show.id)).stats).toMatchObject({ unmatched: 4, review: 0 });
    expect((await comments(show)).find((comment) => comment.id === id)?.resolution?.resolution).toBe(
      'accepted',
    );
    await check(show);
    await add(show, 'S 1, L 1');
    expect(await claims(show)).toEqual(['ann released', 'bob released', 'cat winner L', 'dan released']);
    await check(show);
  });

  it('The addition cannot be undone after one of the reviews has been resolved.', async () => {
    const show = await showWithClaims();
    const added = await add(show, 'S 1, M 1');
    const [bob] = (await inbox(show)).comments;
    const dismissed = await dismiss(bob?.id ?? '');
    const { status, body } = await undo(show, added.body.actSeq);
    expect([status, body.error.message]).toEqual([
      409,
      "Nothing was changed. The review of @bob's comment has been resolved since then.",
    ]);
    await undo(show, dismissed.body.actSeq);
    expect((await undo(show, added.body.actSeq)).status).toBe(200);
    await check(show);
  });

  it('Only the intent that needs a variant is proposed again.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 5 }]);
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, {
      maxClaimsPerComment: 2,
      repeatClaims: 'add',
    });
    await operator.say(show.id, 'ann', 'sold 1, 77');
    await add(show, 'S 1, M 1');
    const [comment] = (await inbox(show)).comments;
    expect(comment?.proposals).toMatchObject([{ item: '77' }]);
    await accept(comment?.id ?? '', { variant: 'S' });
    expect(await claims(show)).toEqual(['ann released', 'ann winner', 'ann winner S']);
    await check(show);
  });

  it('A comment in review can get a second proposal, and the additions can be undone only in reverse order.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { maxClaimsPerComment: 2 });
    await operator.say(show.id, 'ann', 'sold 77, 88');
    const first = await add(show, 'S 1, M 1');
    const second = await add(show, 'S 1, M 1', '88');
    expect(await claims(show)).toEqual(['ann released', 'ann released']);
    expect((await inbox(show)).comments[0]?.proposals).toMatchObject([{ item: '77' }, { item: '88' }]);
    await check(show);
    const { status, body } = await undo(show, first.body.actSeq);
    expect([status, body.error.message]).toEqual([
      409,
      "Nothing was changed. @ann's comment has returned to review for another item since then.",
    ]);
    for (const { body: added } of [second, first]) {
      expect((await undo(show, added.actSeq)).status).toBe(200);
      await check(show);
    }
    expect(await claims(show)).toEqual(['ann unmatched', 'ann unmatched']);
    expect((await comments(show))[0]?.outcome).toBe('item_not_found');
  });

  it('When an item with variants is renumbered, it gets the claims for its new number.', async () => {
    const show = await operator.activeShow([{ itemNumber: '5', variants: 'S 1, M 1' }]);
    await operator.say(show.id, 'ann', 'sold 77 M');
    await operator.say(show.id, 'bob', 'sold 77');
    await operator.call('PATCH', `/api/shows/${show.id}/items/${show.items[0]?.id}`, { itemNumber: '77' });
    expect(await claims(show)).toEqual(['ann winner M', 'bob released']);
    expect((await inbox(show)).comments).toMatchObject([{ buyer: { handle: 'bob' } }]);
    await check(show);
  });
});
