import type { ShowSnapshot } from '@sellary/contracts';
import { refusal, reviews, sales, useCaller, useTestApp } from '../../test';
import { ConsoleFold } from '../../test/model-check/console-fold';

describe('Comments in review', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { sale, claimTexts, release, award, undo } = sales(operator);
  const { sayForReview, accept, dismiss, inbox, check } = reviews(app, operator);

  it('An accepted comment wins a free unit and keeps its original claim time.', async () => {
    const { show, itemId } = await sale(2);
    const id = await sayForReview(show, 'ann');
    expect(await inbox(show)).toMatchObject({
      comments: [
        {
          id,
          outcome: 'review',
          proposals: [{ act: 'claim', item: '1', itemId, itemNumber: '1' }],
          preview: { outcome: 'winner', unitsLeft: 2, position: null },
        },
      ],
      nextCursor: null,
    });
    const { status, body } = await accept(id);
    expect(status).toBe(200);
    expect(body.comment).toMatchObject({
      outcome: 'winner',
      claimId: body.claims[0]?.id,
      resolution: {
        resolution: 'accepted',
        by: { kind: 'person', name: 'Olga Operator' },
        outcome: 'winner',
      },
    });
    expect(body.claims).toMatchObject([
      {
        status: 'winner',
        rawText: 'claim 1',
        actor: { name: 'Olga Operator' },
        claimedAt: body.comment.commentedAt,
        why: { rule: 'unit_left', unitsLeft: 2 },
      },
    ]);
    expect(await inbox(show)).toMatchObject({ comments: [] });
    expect((await operator.readEvents(show.id)).slice(-4).map(({ type }) => type)).toEqual([
      'operator.act',
      'claim.created',
      'item.updated',
      'review.updated',
    ]);
    await check(show);
  });

  it('An accepted comment waits ahead of waiting claims with a later claim time and does not displace a winner.', async () => {
    const { show, itemId } = await sale(1, 'ann', 'bob');
    const cat = await sayForReview(show, 'cat');
    const dan = await sayForReview(show, 'dan');
    await operator.say(show.id, 'eve', 'sold 1');
    const { comments } = await inbox(show);
    expect(comments.map(({ preview }) => preview)).toEqual([
      { outcome: 'waitlist', unitsLeft: 0, position: 2 },
      { outcome: 'waitlist', unitsLeft: 0, position: 2 },
    ]);
    const { body } = await accept(dan);
    expect(body.claims).toMatchObject([{ status: 'waitlist', waitlistPosition: 2, why: { ahead: 1 } }]);
    expect((await accept(cat)).body.claims).toMatchObject([{ waitlistPosition: 2 }]);
    const line = ['winner ann', 'waitlist bob 1', 'waitlist cat 2', 'waitlist dan 3', 'waitlist eve 4'];
    expect(await claimTexts(show, itemId)).toEqual(line);
    await check(show);
  });

  it('An accepted comment claims the units that it asks for or the operator specifies, within the limits.', async () => {
    const { show } = await sale(3);
    const ann = await sayForReview(show, 'ann', 'claim 1 x2');
    const bob = await sayForReview(show, 'bob');
    expect((await inbox(show)).comments).toMatchObject([
      {
        proposals: [{ item: '1', quantity: 2 }],
        preview: { outcome: 'winner', units: { won: 2, waiting: 0 } },
      },
      { preview: { outcome: 'winner', unitsLeft: 3 } },
    ]);
    const { body } = await accept(ann);
    expect(body.claims).toMatchObject([
      { unit: 1, quantityAsked: 2, status: 'winner' },
      { unit: 2, quantityAsked: 2, status: 'winner' },
    ]);
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { maxUnitsPerItem: 2 });
    const second = await accept(bob, { quantity: 3 });
    expect(second.body.claims.map(({ unit, status }) => [unit, status])).toEqual([
      [1, 'winner'],
      [2, 'waitlist'],
    ]);
    expect((await undo(show, body.actSeq)).status).toBe(200);
    await check(show);
  });

  it('An accepted exchange gives up one item and claims the other, even if only one claim per comment counts.', async () => {
    const { show } = await sale(1, 'ann');
    await operator.addItems(show.id, { itemNumber: '2' });
    const { comment } = await operator.say(show.id, 'ann', 'swap 1 for 2');
    expect(await inbox(show)).toMatchObject({
      comments: [
        {
          proposals: [
            { act: 'pass', itemNumber: '1' },
            { act: 'claim', itemNumber: '2' },
          ],
        },
      ],
    });
    expect((await accept(comment.id)).body.comment.outcomes).toMatchObject([
      { item: '1', outcome: 'passed' },
      { item: '2', outcome: 'winner' },
    ]);
    await check(show);
  });

  it('Comments may be accepted in any order, and their claims wait in claim-time order.', async () => {
    const { show, itemId } = await sale(1, 'ann');
    const ids: string[] = [];
    for (let viewer = 10; viewer < 22; viewer++) ids.push(await sayForReview(show, `v${viewer}`));
    await operator.say(show.id, 'zoe', 'sold 1');
    const [first, ...others] = ids;
    for (const id of [...others.reverse(), first ?? '']) expect((await accept(id)).status).toBe(200);
    const names = (await claimTexts(show, itemId)).map((line) => line.split(' ')[1]);
    expect(names).toEqual(['ann', ...Array.from({ length: 12 }, (_, index) => `v${10 + index}`), 'zoe']);
    await check(show);
  });

  it('A buyer who already has a claim on the item does not get a second claim, and the preview reports this.', async () => {
    const { show } = await sale(3, 'ann');
    const id = await sayForReview(show, 'ann');
    expect((await inbox(show)).comments[0]?.preview.outcome).toBe('duplicate_user');
    const { status, body } = await accept(id);
    expect([status, body.comment.outcome, body.claims]).toEqual([200, 'duplicate_user', []]);
    await check(show);
  });

  it('An operator can edit the item and the act before accepting.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob');
    const wrong = await sayForReview(show, 'cat', 'claim 1');
    expect((await accept(wrong, { itemNumber: '#007' })).body).toMatchObject({
      comment: { outcome: 'item_not_found' },
      claims: [{ status: 'unmatched', itemNumber: '7' }],
    });
    const pass = await sayForReview(show, 'ann', 'claim 1');
    const { body } = await accept(pass, { act: 'pass' });
    expect(body.comment.outcome).toBe('passed');
    expect(body.claims.map((claim) => [claim.id, claim.status])).toEqual([
      [id('ann'), 'passed'],
      [id('bob'), 'winner'],
    ]);
    expect(await accept(await sayForReview(show, 'dan'), { quantity: 1_000 })).toMatchObject({ status: 400 });
    expect((await undo(show, body.actSeq)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'waitlist bob 1']);
    await check(show);
  });

  it('Waiting claims restored by an undo are recorded with their positions.', async () => {
    const { show, itemId } = await sale(1, 'ann');
    await operator.say(show.id, 'bob', 'sold 1 x2');
    await operator.say(show.id, 'cat', 'sold 1');
    const { body } = await accept(await sayForReview(show, 'bob'), { act: 'pass' });
    await undo(show, body.actSeq);
    const line = ['waitlist bob 1', 'waitlist bob 2', 'waitlist cat 3'];
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', ...line]);
    const console = new ConsoleFold();
    console.receive(await operator.readEvents(show.id));
    const waiting = [...console.activeClaims().values()].filter(({ status }) => status === 'waitlist');
    expect(
      waiting
        .map(({ buyer, waitlistPosition }) => `waitlist ${buyer.handle} ${waitlistPosition}`)
        .sort((a, b) => a.localeCompare(b)),
    ).toEqual(line);
    const units = waiting.map(({ unit, waitlistPosition }) => [unit, waitlistPosition]);
    expect(units).toContainEqual([1, 1]);
    expect(units).toContainEqual([2, 2]);
    await check(show);
  });

  it('A claim word without an item means the item that was on screen when the viewer wrote it.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }, { itemNumber: '2' }]);
    const [one, two] = show.items;
    await operator.call('PUT', `/api/shows/${show.id}/now-showing`, { itemId: one?.id });
    const id = await sayForReview(show, 'ann', 'sold');
    await operator.call('PUT', `/api/shows/${show.id}/now-showing`, { itemId: two?.id });
    expect((await accept(id)).body.claims).toMatchObject([{ itemNumber: '1', status: 'winner' }]);
    await check(show);
  });

  it('Accepting a comment without a clear proposal requires an item.', async () => {
    const { show } = await sale(1);
    const id = await sayForReview(show, 'ann', 'sold 12-15');
    expect((await inbox(show)).comments[0]?.preview.outcome).toBe('needs_item');
    expect(await accept(id)).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
    expect((await accept(id, { itemNumber: '1' })).body.claims).toMatchObject([{ status: 'winner' }]);
  });

  it('A review is resolved only once, and the second operator sees who resolved it and when.', async () => {
    const { show } = await sale(3);
    const id = await sayForReview(show, 'ann');
    const statuses = (await Promise.all([accept(id), dismiss(id), accept(id)])).map(({ status }) => status);
    expect([...statuses].sort()).toEqual([200, 409, 409]);
    const { body } = await dismiss(id);
    expect(body.error.code).toBe('ALREADY_RESOLVED');
    expect(
      Object.fromEntries(body.error.details?.map(({ field, message }) => [field, message]) ?? []),
    ).toEqual({
      by: 'Olga Operator',
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      resolution: statuses[1] === 200 ? 'dismissed' : 'accepted',
      actSeq: expect.stringMatching(/^\d+$/) as string,
    });
    expect((await accept((await operator.say(show.id, 'bob', 'sold 1')).comment.id)).status).toBe(409);
    await check(show);
  });

  it('Dismissing resolves a review without a claim, and undoing it returns the comment to review.', async () => {
    const { show } = await sale(1);
    const id = await sayForReview(show, 'ann');
    const { body } = await dismiss(id);
    expect(body.comment).toMatchObject({
      outcome: 'review',
      claimIds: [],
      resolution: { resolution: 'dismissed' },
    });
    expect((await operator.readShow(show.id)).stats).toMatchObject({ review: 0, claims: 0 });
    const undone = await undo(show, body.actSeq);
    expect(undone.body.comments?.map((comment) => [comment.id, comment.resolution])).toEqual([
      [id, undefined],
    ]);
    const { body: snapshot } = await operator.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`);
    expect(snapshot.review.map((comment) => comment.id)).toEqual([id]);
    expect(await undo(show, body.actSeq)).toMatchObject(refusal(409, 'UNDO_STALE'));
    await check(show);
  });

  it('Undoing an acceptance promotes the next buyer, and the comment can be accepted again.', async () => {
    const { show, itemId } = await sale(1);
    const id = await sayForReview(show, 'ann');
    const { body } = await accept(id);
    await operator.say(show.id, 'bob', 'sold 1');
    expect((await undo(show, body.actSeq)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual(['winner bob', 'released ann']);
    expect((await inbox(show)).comments).toMatchObject([{ id, outcome: 'review', claimId: null }]);
    const again = await accept(id);
    expect(again.body.claims).toMatchObject([{ status: 'waitlist', waitlistPosition: 1 }]);
    await check(show);
  });

  it('An acceptance cannot be undone after its claim has changed.', async () => {
    const { show, id } = await sale(1, 'ann');
    const { body } = await accept(await sayForReview(show, 'bob'));
    await release(id('ann'));
    expect(await undo(show, body.actSeq)).toMatchObject(refusal(409, 'UNDO_STALE'));
    await check(show);
  });

  it('An award for a comment in review resolves the review, and undoing the award reopens it.', async () => {
    const { show, itemId } = await sale(1);
    const commentId = await sayForReview(show, 'ann', 'sold 1-3');
    const { body } = await award(show, itemId, { userHandle: 'ann', commentId });
    expect(await inbox(show)).toMatchObject({ comments: [] });
    expect((await accept(commentId)).status).toBe(409);
    expect((await undo(show, body.actSeq)).body.comments?.map(({ id }) => id)).toEqual([commentId]);
    expect((await inbox(show)).comments).toHaveLength(1);
    expect((await award(show, itemId, { userHandle: 'ann', commentId: show.id })).status).toBe(404);
    await check(show);
  });

  it('Accepting works after the show has ended, and a redelivered comment changes nothing.', async () => {
    const { show } = await sale(1);
    const { comment } = await operator.say(show.id, 'ann', 'claim 1', { commentId: 'c1' });
    await operator.call('POST', `/api/shows/${show.id}/stop`, {});
    expect((await accept(comment.id)).body.claims).toMatchObject([{ status: 'winner' }]);
    const before = (await operator.readShow(show.id)).lastSeq;
    expect((await operator.say(show.id, 'ann', 'claim 1', { commentId: 'c1' })).outcome).toBe('duplicate');
    expect((await operator.readShow(show.id)).lastSeq).toBe(before);
    await check(show);
  });

  it('Review resolutions can still be verified by a replay after the viewer is erased.', async () => {
    const { show } = await sale(2);
    await accept(await sayForReview(show, 'erased-ann'));
    await dismiss(await sayForReview(show, 'erased-ann', 'claim 9'));
    const { status } = await operator.erase('erased-ann');
    expect(status).toBeLessThan(300);
    expect(JSON.stringify(await operator.readEvents(show.id))).not.toContain('erased-ann');
    await check(show);
  });
});
