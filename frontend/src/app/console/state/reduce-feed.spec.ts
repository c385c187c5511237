import type { ShowSnapshot } from '@sellary/contracts';
import { ScriptedShow } from '../../../../testing/scripted-show';
import { aClaim, aComment, aShow, at } from '../../../../testing/wire';
import { reduce, reduceAll } from './reduce';
import { fromSnapshot } from './show-state';

function emptySnapshot(change: Partial<ShowSnapshot> = {}): ShowSnapshot {
  return { show: aShow(), items: [], claims: [], comments: [], review: [], lastSeq: 0, ...change };
}

describe('The feed', () => {
  it('A promotion gets its own row, and the waiting row does not change.', () => {
    const show = new ScriptedShow();
    show.addItem('101', 1);
    const start = fromSnapshot(show.snapshot());
    show.addComment('ann', '101');
    show.addComment('bea', '101');
    const winner = show.activeClaims.find(({ status }) => status === 'winner');
    show.endClaim(winner?.id ?? '', 'released');
    const { feed } = reduceAll(start, show.events).state;
    expect(feed.map((row) => row.kind === 'claim' && [row.result, row.buyer.handle])).toEqual([
      ['promoted', '@bea'],
      ['released', '@ann'],
      ['waiting', '@bea'],
      ['won', '@ann'],
    ]);
  });

  it('A promotion that arrives twice gets one row.', () => {
    const [first, second] = [aClaim('a'), aClaim('b', { status: 'waitlist', waitlistPosition: 1 })];
    const promoted = { ...second, status: 'winner' as const, waitlistPosition: null };
    const { state } = reduceAll(fromSnapshot(emptySnapshot({ claims: [first, second] })), [
      {
        seq: 1,
        type: 'claim.released',
        at: at(0),
        data: { claim: { ...first, status: 'released' }, item: null, promotedClaim: promoted },
      },
      { seq: 2, type: 'claim.updated', at: at(0), data: { claim: promoted, item: null } },
    ]);
    expect(state.feed.filter((row) => row.kind === 'claim' && row.result === 'promoted')).toHaveLength(1);
    expect(state.stats.winners).toBe(aShow().stats.winners);
  });

  it('Duplicates and comments in review get rows; chatter and host comments do not.', () => {
    const { state } = reduceAll(
      fromSnapshot(emptySnapshot()),
      (['ignored', 'duplicate_user', 'review', 'host'] as const).map((outcome, index) => {
        const comment = aComment(`${index}`, outcome);
        return {
          seq: index + 1,
          type: 'comment.received' as const,
          at: at(0),
          data: { comment, parsed: comment.parsed },
        };
      }),
    );
    expect(state.feed.map((row) => row.kind === 'claim' && row.result)).toEqual(['review', 'duplicate']);
  });

  it('Changing a flag does not add a row.', () => {
    const claim = aClaim('a');
    const { state } = reduce(fromSnapshot(emptySnapshot({ claims: [claim] })), {
      seq: 1,
      type: 'claim.updated',
      at: at(0),
      data: { claim: { ...claim, flagged: true }, item: null },
    });
    expect(state.feed).toHaveLength(1);
    expect(state.claims.get('a')?.flagged).toBe(true);
  });
});
