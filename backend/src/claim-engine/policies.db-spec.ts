import type { ClaimExplanation, CommentList, Show } from '@sellary/contracts';
import type { AllocationPolicy } from '@sellary/extension-kit/domain';
import { replayDifferences, useCaller, useTestApp } from '../../test';
import { DEFAULT_POLICY } from './domain/allocation';

describe('Allocation policy of a show', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const original = { ...DEFAULT_POLICY };
  const restore = (): unknown => changePolicy(original);
  afterEach(restore);

  const commentsOf = (showId: string, outcome: string): Promise<CommentList['comments']> =>
    operator.readComments(showId, `outcome=${outcome}`);
  /** Changes the default policy until the end of the test. */
  const changePolicy = (changes: Partial<AllocationPolicy>): unknown =>
    Object.assign(DEFAULT_POLICY, changes);

  const setPolicy = async (showId: string, policy: string): Promise<Show> =>
    (await operator.call<Show>('PATCH', `/api/shows/${showId}/rules`, { policy })).body;

  it('A refused comment is stored with its rule and without a claim, and the replay finds no differences.', async () => {
    changePolicy({
      needs: ['winsInShow'],
      decide: (_, __, { winsInShow }) =>
        winsInShow > 0 ? { verdict: 'refuse', rule: 'one_win' } : { verdict: 'win', rule: 'unit_left' },
    });
    const show = await operator.activeShow([{ itemNumber: '1' }, { itemNumber: '2' }]);
    expect((await operator.say(show.id, 'ann', 'sold 1')).outcome).toBe('winner');
    expect(await operator.say(show.id, 'ann', 'sold 2')).toMatchObject({ outcome: 'refused', claims: [] });
    const [refused] = await commentsOf(show.id, 'refused');
    expect(refused?.why).toEqual({ rule: 'one_win', unitsLeft: 1, ahead: 0 });
    const events = await operator.readEvents(show.id);
    const rows = events.flatMap((event) =>
      event.type === 'comment.received' ? [event.data.comment.why?.rule ?? null] : [],
    );
    expect(rows).toEqual([null, 'one_win']);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A claim that the policy sends to review is in the review list and in the review count.', async () => {
    changePolicy({ decide: () => ({ verdict: 'review', rule: 'expensive_item' }) });
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    expect((await operator.say(show.id, 'ann', 'sold 1')).outcome).toBe('review');
    const { body } = await operator.call<{ review: CommentList['comments']; show: Show }>(
      'GET',
      `/api/shows/${show.id}/snapshot`,
    );
    expect(body.review).toMatchObject([{ text: 'sold 1', why: { rule: 'expensive_item' } }]);
    expect(body.show.stats).toMatchObject({ review: 1, claims: 0 });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A policy that needs the whole line gets it on a pass and on a release, and the replay finds no differences.', async () => {
    changePolicy({ needs: ['wholeLine'], next: (line) => line.at(-1) ?? null });
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const first = await operator.say(show.id, 'ann', 'sold 1');
    for (const buyer of ['bob', 'cat', 'dan', 'eve']) await operator.say(show.id, buyer, 'sold 1');
    const released = await operator.call<{ promoted: { buyer: { handle: string } } }>(
      'POST',
      `/api/claims/${first.claim?.id}/release`,
      {},
    );
    expect(released.body.promoted.buyer.handle).toBe('eve');
    expect((await operator.say(show.id, 'eve', 'pass 1')).promoted).toMatchObject({
      buyer: { handle: 'dan' },
    });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A failing policy is replaced for its show, claims wait for an operator, and the replay finds no differences.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    expect((await operator.say(show.id, 'ann', 'sold 1')).outcome).toBe('winner');
    changePolicy({ decide: () => ({ verdict: 'win', rule: 'everybody' }) });
    expect((await operator.say(show.id, 'bob', 'sold 1')).outcome).toBe('review');
    restore();
    expect((await operator.say(show.id, 'cat', 'sold 1')).outcome).toBe('review');
    const events = await operator.readEvents(show.id);
    const by = { kind: 'engine', reason: 'first-come@3 failed' };
    const from = events.findIndex(({ type, by: actor }) => type === 'rules.set' && actor?.kind === 'engine');
    expect(events.slice(from, from + 4)).toMatchObject([
      {
        type: 'rules.set',
        by,
        data: { policy: 'operator-decides@1', rules: { policy: 'operator-decides@1' } },
      },
      {
        type: 'error',
        by,
        data: {
          code: 'POLICY_FAILED',
          message: expect.stringContaining('gave away a unit of item 1') as string,
        },
      },
      { type: 'show.updated', by, data: { show: { rules: { policy: 'operator-decides@1' } } } },
      {
        type: 'comment.received',
        data: { comment: { text: 'sold 1', outcome: 'review', why: { rule: 'operator_decides' } } },
      },
    ]);
    expect(await replayDifferences(app, show.id)).toEqual([]);
    expect((await setPolicy(show.id, 'first-come@3')).rules.policy).toBe('first-come@3');
    expect((await operator.say(show.id, 'dan', 'sold 1')).outcome).toBe('waitlist');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('If the policy fails during an act, the act completes without the policy, and no claim is promoted.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const first = await operator.say(show.id, 'ann', 'sold 1');
    await operator.say(show.id, 'bob', 'sold 1');
    changePolicy({
      next: () => {
        throw new Error('broken');
      },
    });
    const released = await operator.call('POST', `/api/claims/${first.claim?.id}/release`, {});
    expect(released).toMatchObject({ status: 200, body: { claim: { status: 'released' } } });
    expect(released.body).not.toHaveProperty('promoted');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('If a freed unit was left for an operator, a change of the policy gives it to the first buyer in line who claimed outright.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }, { itemNumber: '2' }]);
    const won = await operator.say(show.id, 'ann', 'sold 1');
    await operator.say(show.id, 'ben', 'backup 1');
    const waiting = await operator.say(show.id, 'cat', 'sold 1');
    await operator.say(show.id, 'dan', 'sold 1');
    await setPolicy(show.id, 'operator-decides@1');
    await operator.call('POST', `/api/claims/${won.claim?.id}/release`, {});

    const { stats } = await setPolicy(show.id, 'first-come@3');
    expect(stats).toMatchObject({ winners: 1, waitlisted: 2 });
    expect((await operator.say(show.id, 'eve', 'sold 1')).outcome).toBe('waitlist');
    const { body: explanation } = await operator.call<ClaimExplanation>(
      'GET',
      `/api/claims/${waiting.claim?.id}/explanation?timeZone=UTC`,
    );
    expect(explanation.claim).toMatchObject({ status: 'winner', why: { rule: 'policy_changed' } });
    expect(explanation.sentences.join(' ')).toContain('changed who gets a unit in this show');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A change of the policy leaves a free unit to newcomers if the buyers in line asked only to wait.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    await operator.say(show.id, 'ann', 'backup 1');
    await setPolicy(show.id, 'operator-decides@1');
    await setPolicy(show.id, 'first-come@3');
    expect((await operator.say(show.id, 'ben', 'sold 1')).outcome).toBe('winner');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A change of the policy gives no free unit to a buyer who must wait under the new policy because of units already won.', async () => {
    changePolicy({
      needs: ['unitsOfItem'],
      decide: (_, item, { unitsOfItem }) =>
        unitsOfItem > 0 || item.claimed >= item.total
          ? { verdict: 'wait', rule: 'one_each' }
          : { verdict: 'win', rule: 'unit_left' },
    });
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 2 }], { repeatClaims: 'add' });
    expect((await operator.say(show.id, 'ann', 'sold 1')).outcome).toBe('winner');
    expect((await operator.say(show.id, 'ann', 'sold 1')).outcome).toBe('waitlist');
    await setPolicy(show.id, 'operator-decides@1');
    expect((await setPolicy(show.id, 'first-come@3')).stats).toMatchObject({ winners: 1, waitlisted: 1 });
    expect((await operator.say(show.id, 'ben', 'sold 1')).outcome).toBe('winner');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });
});
