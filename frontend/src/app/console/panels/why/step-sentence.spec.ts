import { aBuyer, aClaim } from '../../../../../testing/wire';
import { type HistoryStep, explanationKey, isShownInHistory, stepSentence } from './step-sentence';

const ben = { kind: 'person', id: 'b', name: 'Ben' } as const;
const at = '2026-11-22T19:00:00.000Z';
const noValues: Record<string, never> = {};

describe('explanation steps', () => {
  it.each<[HistoryStep, string]>([
    [
      { kind: 'promoted', at, by: ben, values: { because: 'released', buyer: aBuyer('rita'), reason: null } },
      'Ben released @rita’s claim. This buyer was next in line and won the unit.',
    ],
    [
      { kind: 'promoted', at, values: { because: 'passed', buyer: aBuyer('rita'), reason: null } },
      '@rita passed. This buyer was next in line and won the unit.',
    ],
    [
      { kind: 'promoted', at, by: ben, values: { because: 'quantity', buyer: null, reason: null } },
      'Ben added units. This buyer was next in line and won one.',
    ],
    [
      {
        kind: 'promoted',
        at,
        values: { because: 'released', buyer: aBuyer('rita'), reason: 'comment-deleted' },
      },
      '@rita’s comment was deleted, which freed the unit. This buyer was next in line and won it.',
    ],
    [
      { kind: 'comment_changed', at, values: { change: 'deleted', effect: 'released' } },
      'The comment was deleted later. This show releases the claims of deleted comments.',
    ],
    [
      { kind: 'released', at, values: { rule: 'comment-deleted' } },
      'The comment was deleted, so the claim was released.',
    ],
    [{ kind: 'released', at, by: ben, values: { rule: null } }, 'Ben released this claim.'],
    [
      { kind: 'released', at, by: ben, values: { rule: 'needs_variant' } },
      'The item was added with variants, and the comment doesn’t name one of them. The comment went to review.',
    ],
    [{ kind: 'passed', at, values: noValues }, 'The buyer passed.'],
    [
      { kind: 'undone', at, by: ben, values: { act: 'release', status: 'winner' } },
      'Ben undid a change. The status was restored: Won.',
    ],
    [
      { kind: 'accepted', at, by: ben, values: noValues },
      'Ben accepted the comment from review. It counts according to when it was written.',
    ],
  ])('The sentence for step %# names the operator who acted, if there is one.', (step, sentence) => {
    expect(stepSentence(step)).toBe(sentence);
  });

  it('The history is read again when the engine flags the claim of a deleted comment.', () => {
    const claim = aClaim('ivy');
    expect(explanationKey({ ...claim, flagged: true })).not.toBe(explanationKey(claim));
  });

  it('The current status is not a step of the history.', () => {
    const values = { status: 'winner', position: null, total: 1, won: 1, waiting: 0 } as const;
    expect(isShownInHistory({ kind: 'standing', at, values })).toBe(false);
  });
});
