import type { Comment } from '@sellary/contracts';
import { BEN, aComment, aParsedReview, aShow, at } from '../../../../testing/wire';
import { withOlderComments } from './older-comments';
import { reduceAll } from './reduce';
import { fromSnapshot, type ShowState } from './show-state';

describe('the reducer, with comments in review', () => {
  const parsed = aParsedReview('weak-word', { item: '104', word: 'mine' });
  const doubtful = aComment('p', 'review', { parsed });
  const stateAfter = (comment: Comment, resolution: 'accepted' | 'reopened' | 'unmatched'): ShowState => {
    const start = fromSnapshot({
      show: aShow(),
      items: [],
      claims: [],
      comments: [],
      review: [],
      lastSeq: 0,
    });
    return reduceAll(start, [
      { seq: 1, type: 'comment.received', at: at(1_000), data: { comment: doubtful, parsed } },
      { seq: 2, type: 'review.updated', at: at(2_000), data: { comment, resolution } },
    ]).state;
  };
  const result = { item: '104', quantity: 1, won: 0, waiting: 0, claimIds: [] };

  it('Accepting a comment adds a feed row only if the comment got no claim.', () => {
    const outcomes = [{ ...result, outcome: 'over_limit' as const }];
    const accepted = stateAfter({ ...doubtful, outcome: 'over_limit', outcomes }, 'accepted');
    expect(accepted.feed.map((row) => 'result' in row && row.result)).toEqual(['over_limit', 'review']);
    const claimed = {
      ...doubtful,
      outcome: 'winner' as const,
      outcomes: [{ ...result, outcome: 'winner' as const }],
    };
    expect(stateAfter(claimed, 'accepted').feed).toHaveLength(1);
  });

  it("A review is closed if an undo removes its comment's item.", () => {
    const state = stateAfter({ ...doubtful, outcome: 'item_not_found' }, 'unmatched');
    expect([state.review.size, state.stats.review, state.outcomes.item_not_found]).toEqual([0, 0, 1]);
  });

  it.each(['reopened', 'unmatched'] as const)(
    'A comment that was in review and stays there is counted once (%s).',
    (resolution) => {
      const comment = { ...doubtful, outcomes: [{ ...result, outcome: 'review' as const }] };
      const state = stateAfter(comment, resolution);
      expect([state.review.get('p'), state.stats.review]).toEqual([comment, 1]);
    },
  );

  it("Open reviews that a snapshot's list leaves out come from its comments and from older pages.", () => {
    const review = (id: string, ms: number): Comment =>
      aComment(id, 'review', { parsed, receivedAt: at(ms) });
    const [oldest, middle, decided, newest] = [
      review('oldest', 10),
      review('middle', 20),
      review('decided', 30),
      review('newest', 40),
    ];
    const show = aShow({ stats: { ...aShow().stats, comments: 4, review: 4 } });
    const snapshot = { show, items: [], claims: [], comments: [newest], review: [oldest], lastSeq: 0 };
    const resolution = {
      resolution: 'dismissed' as const,
      by: BEN,
      at: at(50),
      actSeq: 1,
      outcome: null,
      claimIds: [],
    };
    const { state } = reduceAll(fromSnapshot(snapshot), [
      {
        seq: 1,
        type: 'review.updated',
        at: at(50),
        data: { comment: { ...decided, resolution }, resolution: 'dismissed' },
      },
    ]);
    const loaded = withOlderComments(state, [decided, middle, oldest], true);
    expect([...loaded.review.keys()]).toEqual(['oldest', 'middle', 'newest']);
  });

  it('Undoing a decision on a comment that is no longer listed counts the comment as in review again.', () => {
    const resolution = {
      resolution: 'accepted' as const,
      by: BEN,
      at: at(2_000),
      actSeq: 2,
      outcome: 'winner' as const,
      claimIds: [],
    };
    const accepted = { ...doubtful, outcome: 'winner' as const, resolution };
    const { state } = reduceAll({ ...stateAfter(accepted, 'accepted'), comments: [] }, [
      {
        seq: 3,
        type: 'review.updated',
        at: at(4_000),
        data: { comment: doubtful, resolution: 'reopened' },
      },
    ]);
    expect([state.outcomes.winner, state.outcomes.review]).toEqual([0, 1]);
  });
});
