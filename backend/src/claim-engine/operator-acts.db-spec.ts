import type { Claim, EmitCommentResult, OperatorAct, ShowEventList } from '@sellary/contracts';
import { refusal, sales, useCaller, useTestApp } from '../../test';

describe('acts that operators perform on claims', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { sale, claimTexts, release, award, undo, setQuantity } = sales(operator);

  it('Releases, awards, and undos work while the show is paused and after it has ended.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob');
    await operator.call('POST', `/api/shows/${show.id}/pause`, {});
    const released = await release(id('ann'));
    await operator.call('POST', `/api/shows/${show.id}/stop`, {});
    expect((await undo(show, released.body.actSeq)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'waitlist bob 1']);
    await release(id('bob'));
    await release(id('ann'));
    expect((await award(show, itemId, { userHandle: 'bob' })).status).toBe(201);
  });

  it('Undoing a release restores the earlier state, even if other claims arrived after the release.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    const { actSeq } = (await release(id('ann'))).body;
    await operator.say(show.id, 'dan', 'sold 1');
    const undone = await undo(show, actSeq);
    expect(undone).toMatchObject({ status: 200, body: { item: { claimedCount: 1, waitlistCount: 3 } } });
    expect(
      undone.body.claims.map((claim) => [claim.id, claim.status, claim.waitlistPosition]).sort(),
    ).toEqual(
      [
        [id('ann'), 'winner', null],
        [id('bob'), 'waitlist', 1],
      ].sort(),
    );
    expect(await claimTexts(show, itemId)).toEqual([
      'winner ann',
      'waitlist bob 1',
      'waitlist cat 2',
      'waitlist dan 3',
    ]);
    expect(await undo(show, actSeq)).toMatchObject(refusal(409, 'UNDO_STALE'));
  });

  it('Two releases of the same unit can be undone only in reverse order.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    const first = (await release(id('ann'))).body.actSeq;
    const second = (await release(id('bob'))).body.actSeq;
    expect((await undo(show, first)).body.error.code).toBe('UNDO_STALE');
    expect((await undo(show, second)).status).toBe(200);
    expect((await undo(show, first)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'waitlist bob 1', 'waitlist cat 2']);
  });

  it('Releases of different units can be undone in the order in which they were made.', async () => {
    const { show, itemId, id } = await sale(2, 'ann', 'bob', 'cat', 'dan');
    const acts = [(await release(id('ann'))).body.actSeq, (await release(id('bob'))).body.actSeq];
    for (const seq of acts) expect((await undo(show, seq)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual([
      'winner ann',
      'winner bob',
      'waitlist cat 1',
      'waitlist dan 2',
    ]);
  });

  it('A note or a flag on a released claim does not change the time of the release.', async () => {
    const { id } = await sale(1, 'ann');
    const { updatedAt } = (await release(id('ann'))).body.claim;
    const change = { flagged: true, operatorNotes: 'Asked for a refund' };
    const noted = await operator.call<Claim>('PATCH', `/api/claims/${id('ann')}`, change);
    expect(noted).toMatchObject({ status: 200, body: { ...change, updatedAt } });
    expect((await release(id('ann'))).body.claim).toMatchObject({ ...change, updatedAt });
  });

  it('An undo cannot be undone, and the error explains what to do instead.', async () => {
    const { show, id } = await sale(1, 'ann');
    const { actSeq } = (await release(id('ann'))).body;
    const undone = await undo(show, actSeq);
    expect((await undo(show, undone.body.actSeq)).body.error).toEqual({
      code: 'UNDO_STALE',
      message: 'Nothing was changed. An undo cannot be undone. Make the change again instead.',
    });
  });

  it('A release cannot be undone if one of its claims has changed since.', async () => {
    const { show, id } = await sale(1, 'ann', 'bob', 'cat');
    const { actSeq } = (await release(id('ann'))).body;
    await operator.say(show.id, 'bob', 'pass 1');
    const before = await operator.readShow(show.id);
    expect((await undo(show, actSeq)).body.error).toEqual({
      code: 'UNDO_STALE',
      message: "Nothing was changed. @bob's claim on #1 has changed since then: @bob passed it.",
    });
    expect(await operator.readShow(show.id)).toEqual(before);
  });

  it('The error for a rejected undo names the operator who changed the claim.', async () => {
    const { show, id } = await sale(1, 'ann', 'bob');
    const { actSeq } = (await release(id('ann'))).body;
    await release(id('bob'));
    expect((await undo(show, actSeq)).body.error.message).toBe(
      "Nothing was changed. @bob's claim on #1 has changed since then: Olga Operator changed its status to released.",
    );
  });

  it('The error for a rejected undo gives the reason: a changed quantity, a newer claim, or no unit left.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob');
    const first = (await setQuantity(show, itemId, 2)).body.actSeq ?? null;
    await setQuantity(show, itemId, 3);
    expect((await undo(show, first)).body.error.message).toBe(
      'Nothing was changed. The quantity of #1 has changed since then.',
    );
    const { actSeq } = (await release(id('ann'))).body;
    await operator.say(show.id, 'ann', 'sold 1');
    expect((await undo(show, actSeq)).body.error.message).toBe(
      'Nothing was changed. @ann has claimed #1 again since then.',
    );
    const other = await sale(1, 'ann');
    const released = (await release(other.id('ann'))).body.actSeq;
    await operator.say(other.show.id, 'bob', 'sold 1');
    expect((await undo(other.show, released)).body.error.message).toBe(
      'Nothing was changed. No units of #1 are left for @ann.',
    );
  });

  it('Undoing an award takes the unit back, and undoing added units sends promoted claims back to the line.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    const raised = await setQuantity(show, itemId, 2);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'winner bob', 'waitlist cat 1']);
    expect((await undo(show, raised.body.actSeq ?? null)).body.item).toMatchObject({
      totalQuantity: 1,
      claimedCount: 1,
      waitlistCount: 2,
    });
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'waitlist bob 1', 'waitlist cat 2']);
    await release(id('bob'));
    await release(id('cat'));
    await setQuantity(show, itemId, 2);
    const awarded = (await award(show, itemId, { userHandle: 'dan' })).body;
    expect((await undo(show, awarded.actSeq)).status).toBe(200);
    expect((await operator.readShow(show.id)).items[0]?.winners.map((winner) => winner.handle)).toEqual([
      'ann',
    ]);
  });

  it('If the item is added before the release of an unmatched claim is undone, the claim does not stay unmatched.', async () => {
    const { show } = await sale(1);
    const { claim } = await operator.say(show.id, 'ann', 'sold 99');
    const { actSeq } = (await release(claim?.id ?? '')).body;
    await operator.addItems(show.id, { itemNumber: '99' });
    const response = await undo(show, actSeq);
    // Either the claim wins the new item, or the undo is rejected because the state has changed. The claim
    // never stays unmatched while its item exists.
    expect([200, 409]).toContain(response.status);
    const claims = await operator.readClaims(show.id);
    expect(claims[0]?.status).toBe(response.status === 200 ? 'winner' : 'released');
  });

  it.each(['0', '-1', 'x', '1.5', '999999', '99999999999999999999', '1e3'])(
    'The act %s does not exist and cannot be undone.',
    async (seq) => {
      const { show } = await sale(1);
      expect(await operator.call('POST', `/api/shows/${show.id}/acts/${seq}/undo`, {})).toMatchObject(
        refusal(404, 'NOT_FOUND'),
      );
    },
  );

  it("An act's ledger rows are adjacent, end with one item row, and have the operator's name.", async () => {
    const { show, id } = await sale(1, 'ann', 'bob');
    const { lastSeq } = await operator.readShow(show.id);
    const { actSeq } = (await release(id('ann'))).body;
    await undo(show, actSeq);
    const ledger = (
      await operator.call<ShowEventList>('GET', `/api/shows/${show.id}/events?afterSeq=${lastSeq}`)
    ).body;
    expect(ledger.events.map((event) => event.type)).toEqual([
      'operator.act',
      'claim.released',
      'item.updated',
      'operator.act',
      'claim.updated',
      'claim.updated',
      'item.updated',
    ]);
    expect(ledger.events.map((event) => event.seq)).toEqual(
      ledger.events.map((_, index) => lastSeq + 1 + index),
    );
    const { id: userId, name } = operator.session.user;
    expect(ledger.events.map((event) => event.by)).toEqual(
      ledger.events.map(() => ({ kind: 'person', id: userId, name })),
    );
    expect([
      actSeq,
      (ledger.events[0]?.data as OperatorAct).act,
      (ledger.events[3]?.data as OperatorAct).act,
    ]).toEqual([lastSeq + 1, 'release', 'undo']);
    const result: EmitCommentResult = await operator.say(show.id, 'cat', 'sold 1');
    const events = await operator.readEvents(show.id, `afterSeq=${ledger.lastSeq}`);
    expect(events.map((event) => event.type)).toEqual(['comment.received', 'claim.created', 'item.updated']);
    expect(events.some((event) => 'by' in event)).toBe(false);
    expect(events[1]?.data).toMatchObject({ claim: result.claim });
  });

  it('Every act has an audit entry with the values before and after the act.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob');
    const { actSeq } = (await release(id('ann'))).body;
    await undo(show, actSeq);
    await setQuantity(show, itemId, 3);
    await award(show, itemId, { userHandle: 'dan' });
    await operator.call('PATCH', `/api/claims/${id('ann')}`, { flagged: true });
    await release(id('ann'));
    await release(id('ann'));
    const database = await app.connect();
    const { rows } = await database.query<{ action: string; before: unknown; after: unknown }>(
      'SELECT action, before, after FROM audit_log WHERE show_id = $1 ORDER BY created_at, id',
      [show.id],
    );
    const acts = rows.filter((row) => !row.action.startsWith('show.') && row.action !== 'item.add');
    expect(acts.map((row) => row.action)).toEqual([
      'claim.release',
      'act.undo',
      'item.update',
      'item.award',
      'claim.annotate',
      'claim.release',
    ]);
    expect(acts[0]).toMatchObject({
      before: { status: 'winner' },
      after: { claim: { status: 'released' }, promoted: { id: id('bob') } },
    });
    expect(acts[2]).toMatchObject({ before: { totalQuantity: 1 }, after: { totalQuantity: 3 } });
  });
});
