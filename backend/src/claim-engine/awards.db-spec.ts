import type { ShowSnapshot } from '@sellary/contracts';
import { atOnce, refusal, replayDifferences, sales, useCaller, useTestApp } from '../../test';

// Sixty simultaneous callers are slow while other tests use the same cores.
jest.setTimeout(30_000);

describe('Awards', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { sale, award, release, undo } = sales(operator);

  it('An award identifies a buyer by platform user id or handle, and an unknown handle creates a manual buyer.', async () => {
    const { show, itemId } = await sale(3);
    await operator.say(show.id, 'id-of-ann', 'hello', { userHandle: 'Ann' });
    expect(await award(show, itemId, { userHandle: '@ann', notes: 'by phone' })).toMatchObject({
      status: 201,
      body: {
        claim: {
          status: 'winner',
          operatorAction: true,
          operatorNotes: 'by phone',
          commentId: null,
          rawText: null,
          buyer: { platform: 'rehearsal', platformUserId: 'id-of-ann', handle: 'Ann' },
        },
      },
    });
    expect(
      (await award(show, itemId, { userHandle: 'Bob', platformUserId: 'b1', platform: 'instagram' })).body
        .claim.buyer,
    ).toMatchObject({
      platform: 'instagram',
      platformUserId: 'b1',
    });
    expect((await award(show, itemId, { userHandle: 'New Buyer' })).body.claim.buyer).toMatchObject({
      platform: 'manual',
      handle: 'New Buyer',
    });
    expect(await award(show, itemId, { userHandle: 'one more' })).toMatchObject(
      refusal(409, 'ITEM_SOLD_OUT'),
    );
  });

  it('A manual buyer keeps the name from the first award, in this show and the next.', async () => {
    const first = await sale(1);
    const second = await sale(1);
    const { claim } = (await award(first.show, first.itemId, { userHandle: 'Walk-in' })).body;
    expect((await award(second.show, second.itemId, { userHandle: 'WALK-IN' })).body.claim.buyer).toEqual(
      claim.buyer,
    );
    const { claims } = (await operator.call<ShowSnapshot>('GET', `/api/shows/${first.show.id}/snapshot`))
      .body;
    expect(claims.map(({ buyer }) => buyer)).toEqual([claim.buyer]);
  });

  it('An award to a handle shared by two buyers is rejected with 409.', async () => {
    const { show, itemId } = await sale(1);
    for (const user of ['a1', 'a2']) await operator.say(show.id, user, 'hello', { userHandle: 'Ann' });
    const { status, body } = await award(show, itemId, { userHandle: 'ann' });
    expect([status, body.error.code]).toEqual([409, 'HANDLE_AMBIGUOUS']);
    expect(body.error.details?.map((detail) => detail.message).join()).toMatch(/a1.*a2/);
    expect(
      (await award(show, itemId, { userHandle: 'ann', platformUserId: 'a2' })).body.claim.buyer
        .platformUserId,
    ).toBe('a2');
  });

  it('Only one of sixty simultaneous awards of one unit succeeds, and sixty awards to one buyer make one claim.', async () => {
    const { show, itemId } = await sale(1);
    const statuses = (await atOnce(60, (index) => award(show, itemId, { userHandle: `buyer ${index}` }))).map(
      (response) => response.status,
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(59);
    const second = await sale(30);
    const ids = (await atOnce(60, () => award(second.show, second.itemId, { userHandle: 'ann' }))).map(
      (response) => response.body.claim.id,
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('After the undo of an award to a claim that the policy left unmatched, the claim is unmatched and the unit is free again.', async () => {
    const { show } = await sale(1);
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { policy: 'operator-decides@1' });
    await operator.say(show.id, 'ann', 'sold 99');
    const [item] = (await operator.addItems(show.id, { itemNumber: '99' })).body.items;
    const awarded = (await award(show, item?.id ?? '', { userHandle: 'ann' })).body;
    expect(await undo(show, awarded.actSeq)).toMatchObject({
      status: 200,
      body: {
        claims: [{ id: awarded.claim.id, status: 'unmatched', itemId: null }],
        item: { claimedCount: 0, winners: [] },
      },
    });
    const { items, stats } = await operator.readShow(show.id);
    expect(items.map(({ claimedCount }) => claimedCount)).toEqual([0, 0]);
    expect(stats).toMatchObject({ winners: 0, unmatched: 1, unitsClaimed: 0, itemsClaimed: 0 });
    const released = (await release(awarded.claim.id)).body;
    expect((await undo(show, released.actSeq)).body.error.message).toBe(
      'Nothing was changed. #99 is in the show, and an undo does not decide claims on it. Award a unit instead.',
    );
    expect((await award(show, item?.id ?? '', { userHandle: 'ben' })).status).toBe(201);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });
});
