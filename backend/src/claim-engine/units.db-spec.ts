import type { AcceptResult, Claim, Show } from '@sellary/contracts';
import { replayDifferences, useCaller, useTestApp } from '../../test';

describe('Item units', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const unitStates = (claims: Claim[]) =>
    claims.map(({ unit, status, quantityAsked }) => [unit, status, quantityAsked]);

  it('A comment for three units when two are left gets two winning claims and one waiting claim.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 2 }]);
    const { claims, comment } = await operator.say(show.id, 'ann', 'sold 12 x3');
    expect(unitStates(claims)).toEqual([
      [1, 'winner', 3],
      [2, 'winner', 3],
      [3, 'waitlist', 3],
    ]);
    const outcomes = [
      {
        item: '12',
        quantity: 3,
        won: 2,
        waiting: 1,
        outcome: 'winner',
        claimIds: claims.map(({ id }) => id),
      },
    ];
    expect(comment.outcomes).toEqual(outcomes);
    expect(await operator.readComments(show.id)).toEqual([comment]);
    const { claims: passed, promoted } = await operator.say(show.id, 'ann', 'pass 12 x2');
    expect([unitStates(passed), promoted]).toEqual([
      [
        [3, 'passed', 3],
        [2, 'passed', 3],
      ],
      undefined,
    ]);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('Limits changed during a show apply from the next comment, and waiting units count toward them.', async () => {
    const show = await operator.activeShow([
      { itemNumber: '12', totalQuantity: 1 },
      { itemNumber: '14', totalQuantity: 5 },
    ]);
    const { status } = await operator.call<Show>('PATCH', `/api/shows/${show.id}/rules`, {
      maxUnitsPerItem: 2,
      maxUnitsPerShow: 3,
      repeatClaims: 'add',
    });
    expect(status).toBe(200);
    expect((await operator.say(show.id, 'ann', 'sold 12 x3')).comment.outcomes).toMatchObject([
      { quantity: 3, won: 1, waiting: 1 },
    ]);
    expect(await operator.say(show.id, 'ann', 'sold 12')).toMatchObject({
      outcome: 'over_limit',
      claims: [],
    });
    expect((await operator.say(show.id, 'ann', 'sold 14')).outcome).toBe('winner');
    expect((await operator.say(show.id, 'ann', 'sold 14')).outcome).toBe('over_limit');
    expect(await operator.readComments(show.id, 'outcome=over_limit')).toHaveLength(2);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A comment that claims several items has an outcome for each item.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }, { itemNumber: '14' }], {
      maxClaimsPerComment: 2,
    });
    await operator.say(show.id, 'bob', 'sold 14');
    const { comment, claims } = await operator.say(show.id, 'ann', 'sold 12 and sold 14');
    expect(comment.outcomes).toEqual([
      { item: '12', quantity: 1, won: 1, waiting: 0, outcome: 'winner', claimIds: [claims[0]?.id] },
      { item: '14', quantity: 1, won: 0, waiting: 1, outcome: 'waitlist', claimIds: [claims[1]?.id] },
    ]);
    expect(comment).toMatchObject({ outcome: 'winner', claimIds: claims.map(({ id }) => id) });
  });

  it('The units of an erased viewer can still be verified by a replay, and the variants that the viewer named are erased.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 2 }, { itemNumber: '14' }], {
      maxClaimsPerComment: 2,
    });
    await operator.say(show.id, 'zoe', 'sold 12 x3');
    await operator.say(show.id, 'zoe', 'pass 12 x1');
    const { comment } = await operator.say(show.id, 'zoe', 'sold 14 XL and sold 15');
    expect(comment.outcomes?.map(({ variant }) => variant)).toEqual(['XL', undefined]);
    const erased = await operator.erase(comment.buyer.platformUserId);
    expect(erased.status).toBe(200);
    const comments = await operator.readComments(show.id);
    expect(comments).toHaveLength(3);
    expect(JSON.stringify(comments)).not.toContain('XL');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A claim for more than 30 units needs an operator, who accepts all of them or another number up to 999.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 60 }]);
    const accept = async (viewer: string, edit: object) => {
      const { comment, outcome } = await operator.say(show.id, viewer, 'sold 12 x50');
      expect([outcome, comment.parsed.intents[0]?.qty]).toEqual(['review', 50]);
      return operator.call<AcceptResult>('POST', `/api/comments/${comment.id}/accept`, edit);
    };
    const { body } = await accept('ann', {});
    expect(body.comment.outcomes).toMatchObject([{ quantity: 50, won: 50, waiting: 0, outcome: 'winner' }]);
    const second = await accept('bob', { quantity: 40 });
    expect(second.body.comment.outcomes).toMatchObject([{ quantity: 40, won: 10, waiting: 30 }]);
    expect((await accept('cat', { quantity: 1_000 })).status).toBe(400);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('An operator releases one of several units, and undoing the release returns the same unit.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 2 }]);
    const { claims } = await operator.say(show.id, 'ann', 'sold 12 x2');
    const released = await operator.call<{ actSeq: number }>(
      'POST',
      `/api/claims/${claims[0]?.id}/release`,
      {},
    );
    expect((await operator.say(show.id, 'ann', 'sold 12')).outcome).toBe('duplicate_user');
    const undone = await operator.call<{ claims: Claim[] }>(
      'POST',
      `/api/shows/${show.id}/acts/${released.body.actSeq}/undo`,
      {},
    );
    expect(unitStates(undone.body.claims)).toEqual([[1, 'winner', 2]]);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });
});
