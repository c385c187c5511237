import type { Claim, ErrorBody, Item, ShowWithItems } from '@sellary/contracts';
import { refusal, reviews, sales, useCaller, useTestApp } from '../../test';

describe('Withdrawn items', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { sale, claimTexts, release, award, undo, setQuantity } = sales(operator);
  const { sayForReview, accept, check, inbox } = reviews(app, operator);
  const change = (act: 'withdraw' | 'restore') => (show: ShowWithItems, itemId: string) =>
    operator.call<Item & ErrorBody>('POST', `/api/shows/${show.id}/items/${itemId}/${act}`);
  const withdraw = change('withdraw');
  const restore = change('restore');

  it('Waiting claims are closed, winners are kept, and a later comment makes no claim and gets the outcome item_withdrawn.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    const { status, body } = await withdraw(show, itemId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ withdrawnAt: expect.any(String), claimedCount: 1, waitlistCount: 0 });
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'closed bob', 'closed cat']);
    const late = await operator.say(show.id, 'dan', 'sold 1');
    expect(late).toMatchObject({ outcome: 'item_withdrawn', claims: [] });
    expect(late.comment.outcomes).toEqual([
      { item: '1', quantity: 1, won: 0, waiting: 0, outcome: 'item_withdrawn', claimIds: [] },
    ]);
    expect((await operator.say(show.id, 'bob', 'sold 1')).outcome).toBe('item_withdrawn');
    expect((await operator.say(show.id, 'cat', 'pass 1')).outcome).toBe('no_active_claim');
    expect((await release(id('bob'))).body).toMatchObject({ claim: { status: 'closed' }, actSeq: null });
    expect((await operator.readShow(show.id)).stats).toMatchObject({ winners: 1, waitlisted: 0, claims: 3 });
    await check(show);
  });

  it('A released unit stays free and goes to the first buyer in line when the item is restored.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    await withdraw(show, itemId);
    expect((await release(id('ann'))).body.promoted).toBeUndefined();
    expect(await claimTexts(show, itemId)).toEqual(['closed bob', 'closed cat', 'released ann']);
    const { body } = await restore(show, itemId);
    expect(body).toMatchObject({ withdrawnAt: null, claimedCount: 1, waitlistCount: 1 });
    expect(await claimTexts(show, itemId)).toEqual(['winner bob', 'waitlist cat 1', 'released ann']);
    await operator.say(show.id, 'dan', 'sold 1');
    expect((await claimTexts(show, itemId))[2]).toBe('waitlist dan 2');
    await check(show);
  });

  it('Withdrawing an item again, or restoring it again, changes nothing.', async () => {
    const { show, itemId } = await sale(1, 'ann', 'bob');
    const first = await withdraw(show, itemId);
    const { lastSeq } = await operator.readShow(show.id);
    const again = await withdraw(show, itemId);
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...first.body, actSeq: undefined });
    expect((await operator.readShow(show.id)).lastSeq).toBe(lastSeq);
    await restore(show, itemId);
    expect((await restore(show, itemId)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'waitlist bob 1']);
    expect((await operator.call('POST', `/api/shows/${show.id}/items/${show.id}/withdraw`)).status).toBe(404);
  });

  it('Undoing a withdrawal restores the line, and undoing a restore closes the whole line again.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    const { body: withdrawn } = await withdraw(show, itemId);
    expect((await undo(show, withdrawn.actSeq ?? null)).body.item).toMatchObject({ withdrawnAt: null });
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'waitlist bob 1', 'waitlist cat 2']);
    await withdraw(show, itemId);
    await release(id('ann'));
    const { body: restored } = await restore(show, itemId);
    await operator.say(show.id, 'dan', 'sold 1');
    expect((await undo(show, restored.actSeq ?? null)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual([
      'released ann',
      'closed bob',
      'closed cat',
      'closed dan',
    ]);
    expect((await undo(show, restored.actSeq ?? null)).body.error.code).toBe('UNDO_STALE');
    await check(show);
  });

  it("If a release made before the withdrawal is undone, the promoted buyer's claim is closed.", async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob');
    const { actSeq } = (await release(id('ann'))).body;
    await withdraw(show, itemId);
    expect((await undo(show, actSeq)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'closed bob']);
    await restore(show, itemId);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'waitlist bob 1']);
    await check(show);
  });

  it('A withdrawn item cannot be awarded or renumbered, but its quantity can change.', async () => {
    const { show, itemId } = await sale(1, 'ann', 'bob');
    await withdraw(show, itemId);
    await setQuantity(show, itemId, 3);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'closed bob']);
    const withdrawn = refusal(409, 'ITEM_WITHDRAWN');
    expect(await award(show, itemId, { userHandle: 'zoe' })).toMatchObject(withdrawn);
    expect(
      await operator.call('PATCH', `/api/shows/${show.id}/items/${itemId}`, { itemNumber: '9' }),
    ).toMatchObject(withdrawn);
    await restore(show, itemId);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'winner bob']);
    await check(show);
  });

  it("A review's preview shows that the item is withdrawn, and accepting the review makes no claim.", async () => {
    const { show, itemId } = await sale(1);
    const commentId = await sayForReview(show, 'ann');
    await withdraw(show, itemId);
    expect((await inbox(show)).comments[0]?.preview).toMatchObject({ outcome: 'item_withdrawn' });
    const accepted = await accept(commentId);
    expect(accepted.body).toMatchObject({ comment: { outcome: 'item_withdrawn' }, claims: [] });
    await undo(show, accepted.body.actSeq);
    await restore(show, itemId);
    expect((await accept(commentId)).body.claims).toMatchObject([{ status: 'winner' }]);
    await check(show);
  });

  it('The ledger records a withdrawal with its item, followed by each claim it closed.', async () => {
    const { show, itemId } = await sale(1, 'ann', 'bob', 'cat');
    const { lastSeq } = await operator.readShow(show.id);
    await withdraw(show, itemId);
    const rows = (await operator.readEvents(show.id)).filter(({ seq }) => seq > lastSeq);
    expect(rows.map(({ type }) => type)).toEqual([
      'operator.act',
      'claim.updated',
      'claim.updated',
      'item.updated',
    ]);
    expect(rows[0]?.data).toMatchObject({ act: 'item_withdrawn', undoable: true, input: { itemId } });
    expect(rows[1]?.data).toMatchObject({
      claim: { status: 'closed', why: { rule: 'item_withdrawn' }, actor: { kind: 'person' } },
      item: { withdrawnAt: expect.any(String) },
    });
  });

  it('One undo removes all items added together, and their claims become unmatched again.', async () => {
    const { show } = await sale(1);
    for (const viewer of ['ann', 'bob']) await operator.say(show.id, viewer, 'sold 9');
    const add = () => operator.addItems(show.id, { itemNumber: '9' }, { itemNumber: '10' });
    const { body: added } = await add();
    expect((await operator.readShow(show.id)).stats).toMatchObject({
      items: 3,
      winners: 1,
      waitlisted: 1,
      unmatched: 0,
    });
    const undone = await undo(show, added.actSeq);
    expect(undone.status).toBe(200);
    expect(undone.body.claims.map(({ status, itemId }: Claim) => [status, itemId])).toEqual([
      ['unmatched', null],
      ['unmatched', null],
    ]);
    const after = await operator.readShow(show.id);
    expect(after.items.map(({ itemNumber }) => itemNumber)).toEqual(['1']);
    expect(after.stats).toMatchObject({ items: 1, unitsTotal: 1, unitsClaimed: 0, winners: 0, unmatched: 2 });
    expect((await undo(show, added.actSeq)).body.error.code).toBe('UNDO_STALE');
    const { body: again } = await add();
    expect(await claimTexts(show, again.items[0]?.id ?? '')).toEqual(['winner ann', 'waitlist bob 1']);
    await check(show);
  });

  it('Undoing an added item is rejected if the item has received a claim since, or one of its claims has changed.', async () => {
    const { show } = await sale(1);
    await operator.say(show.id, 'ann', 'sold 9');
    const add = async (itemNumber: string): Promise<number> =>
      (await operator.addItems(show.id, { itemNumber })).body.actSeq;
    const nine = await add('9');
    const late = await operator.say(show.id, 'bob', 'sold 9');
    const refused = await undo(show, nine);
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({
      code: 'UNDO_STALE',
      message: 'Nothing was changed. @bob has claimed #9 since then. Withdraw the item instead.',
    });
    await release(late.claim?.id ?? '');
    expect((await undo(show, nine)).status).toBe(409);
    const ten = await add('10');
    const later = await operator.say(show.id, 'cat', 'sold 10');
    expect((await undo(show, ten)).status).toBe(409);
    expect(later.outcome).toBe('winner');
    await check(show);
  });
});
