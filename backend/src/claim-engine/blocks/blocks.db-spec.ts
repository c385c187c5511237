import type { BlockedBuyerList, Comment } from '@sellary/contracts';
import { eventually, newCaller, replayDifferences, useCallerPerTest, useTestApp } from '../../../test';

describe('Blocked buyers', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);

  const blockBuyerOf = (comment: Comment, kind: string) =>
    operator.call('PUT', `/api/buyers/${comment.buyer.id}/block`, { block: kind, reason: 'Never pays' });
  const readList = async () =>
    (
      await operator.call<BlockedBuyerList>(
        'GET',
        `/api/workspaces/${operator.session.workspace.id}/blocked-buyers`,
      )
    ).body;

  it("A blocked buyer's claims are refused until the block ends, but the buyer can still pass.", async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }, { itemNumber: '14' }]);
    const { comment } = await operator.say(show.id, 'ann', 'sold 12');
    expect(await blockBuyerOf(comment, 'refuse')).toMatchObject({
      status: 200,
      body: { buyer: comment.buyer, block: 'refuse', reason: 'Never pays' },
    });
    const refused = await operator.say(show.id, 'ann', 'sold 14');
    expect(refused).toMatchObject({ outcome: 'blocked', claims: [] });
    expect(refused.comment).toMatchObject({
      why: { rule: 'blocked_refuse' },
      outcomes: [{ item: '14', outcome: 'blocked', claimIds: [] }],
    });
    expect((await operator.say(show.id, 'bob', 'sold 14')).outcome).toBe('winner');
    expect((await operator.say(show.id, 'ann', 'pass 12')).outcome).toBe('passed');
    const path = `/api/buyers/${comment.buyer.id}/block`;
    expect((await operator.call('DELETE', path)).status).toBe(204);
    expect((await operator.call('DELETE', path)).status).toBe(204);
    expect((await operator.say(show.id, 'ann', 'sold 12')).outcome).toBe('winner');
    expect(await replayDifferences(app, show.id)).toEqual([]);
    const entries = await operator.readAudit('entityType=buyer');
    expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['buyer.unblock', { block: 'refuse' }, { block: null }],
      ['buyer.block', { block: null }, { block: 'refuse' }],
    ]);
  });

  it("During a fairness window, a blocked buyer's pass ends the claim that was pending.", async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }], { fairnessWindowSeconds: 3 });
    const { comment } = await operator.say(show.id, 'ann', 'sold 12');
    await blockBuyerOf(comment, 'refuse');
    expect((await operator.say(show.id, 'ann', 'pass 12')).outcome).toBe('pending');
    const decided = await eventually(
      () => operator.readComments(show.id),
      (comments) => comments.every(({ outcome }) => outcome !== 'pending'),
    );
    expect(decided.map(({ outcome }) => outcome)).toEqual(['passed', 'winner']);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('Claims by a buyer blocked for review wait for an operator.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }]);
    const { comment } = await operator.say(show.id, 'ann', 'hello');
    await blockBuyerOf(comment, 'review');
    expect(await operator.say(show.id, 'ann', 'sold 12')).toMatchObject({ outcome: 'review', claims: [] });
    const comments = await operator.readComments(show.id, 'outcome=review');
    expect(comments).toMatchObject([{ why: { rule: 'blocked_review' } }]);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('The list shows each blocked buyer, the operator, and the reason, and an erased viewer is removed.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const { comment } = await operator.say(show.id, 'ann', 'hello');
    await blockBuyerOf(comment, 'review');
    await blockBuyerOf(comment, 'refuse');
    expect(await readList()).toMatchObject({
      blockedBuyers: [
        {
          buyer: comment.buyer,
          block: 'refuse',
          reason: 'Never pays',
          by: { name: operator.session.user.name },
        },
      ],
      nextCursor: null,
    });
    await operator.erase(comment.buyer.platformUserId);
    expect(await readList()).toEqual({ blockedBuyers: [], nextCursor: null });
    expect((await blockBuyerOf(comment, 'refuse')).status).toBe(404);
  });

  it('A buyer in another workspace cannot be blocked or unblocked.', async () => {
    const stranger = await newCaller(app.url);
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const { comment } = await operator.say(show.id, 'ann', 'hello');
    const path = `/api/buyers/${comment.buyer.id}/block`;
    expect((await stranger.call('PUT', path, { block: 'refuse', reason: 'x' })).status).toBe(404);
    expect((await stranger.call('DELETE', path)).status).toBe(404);
  });
});
