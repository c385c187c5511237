import { aComment, aShow, at } from '../../../../testing/wire';
import { reduce } from './reduce';
import { fromSnapshot } from './show-state';

describe('the reducer, with a fairness window', () => {
  it('A pass and its comment are each counted as pending until the fairness window is over.', () => {
    const intent = { item: '104', itemText: '104', qty: 1, word: 'pass', rule: 'word-number' };
    const parsed = {
      route: 'auto' as const,
      reason: null,
      grammar: '1',
      intents: [{ ...intent, act: 'pass' as const, span: { start: 0, end: 8 } }],
    };
    const result = { item: '104', quantity: 1, won: 0, waiting: 0, claimIds: [] };
    const comment = aComment('p', 'pending', { parsed, outcomes: [{ ...result, outcome: 'pending' }] });
    const passed = {
      ...comment,
      outcome: 'passed' as const,
      outcomes: [{ ...result, outcome: 'passed' as const }],
    };
    const start = fromSnapshot({
      show: aShow(),
      items: [],
      claims: [],
      comments: [],
      review: [],
      lastSeq: 0,
    });
    const pending = reduce(start, {
      seq: 1,
      type: 'comment.received',
      at: at(1_000),
      data: { comment, parsed },
    }).state;
    expect([pending.stats.pending, pending.outcomes.pending]).toEqual([1, 1]);
    const { state } = reduce(pending, {
      seq: 2,
      type: 'review.updated',
      at: at(2_000),
      data: { comment: passed, resolution: 'decided' },
    });
    expect([state.stats.pending, state.outcomes.pending, state.outcomes.passed]).toEqual([0, 0, 1]);
    expect(state.stats.review).toBe(start.stats.review);
  });
});
