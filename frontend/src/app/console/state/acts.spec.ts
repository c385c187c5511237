import type { Actor, ClaimChange, OperatorAct, ShowEvent } from '@sellary/contracts';
import { aBuyer, aClaim, aShow, anItem, at } from '../../../../testing/wire';
import { UNDO_WITHIN_MS, actOf, isUndoable, lastUndoableAct, undoSentence, withEarlierActs } from './acts';
import { reduceAll } from './reduce';
import { fromSnapshot } from './show-state';

const me = { kind: 'person', id: 'user-1', name: 'Ann' } as const satisfies Actor;
type Act = Pick<OperatorAct, 'act' | 'input'>;
const release = (claimChanges: ClaimChange[] = []): Act => ({
  act: 'release',
  input: { claimId: 'bella', itemId: 'item-104', changes: claimChanges },
});
const award = (claimChanges: ClaimChange[]): Act => ({
  act: 'award',
  input: { itemId: 'item-104', buyerId: 'tess', claimId: 'tess', at: at(0), changes: claimChanges },
});
const act = (
  seq: number,
  content: Act = release(),
  undoable = true,
  by: Actor = me,
): Extract<ShowEvent, { type: 'operator.act' }> => ({
  seq,
  type: 'operator.act',
  at: at(seq * 1_000),
  by,
  data: { ...content, batch: seq, undoable } as OperatorAct,
});
const annotation = { flagged: false, operatorNotes: null };
const flag: Act = {
  act: 'flag',
  input: { claimId: 'bella', before: annotation, after: { ...annotation, flagged: true } },
};
const changes = (...entries: [string, ClaimChange['before'], ClaimChange['after']][]): ClaimChange[] =>
  entries.map(([claimId, before, after]) => ({ claimId, before, after }));
const start = fromSnapshot({
  show: aShow(),
  items: [anItem('104')],
  claims: [aClaim('bella', { buyer: aBuyer('bella') }), aClaim('tess', { buyer: aBuyer('tess') })],
  comments: [],
  review: [],
  lastSeq: 0,
});

describe('operator acts', () => {
  it.each<[string, Act, string]>([
    [
      'a release',
      release(changes(['bella', 'winner', 'released'], ['tess', 'waitlist', 'winner'])),
      '#104 goes back to @bella; @tess waits at position 1',
    ],
    ['an award', award(changes(['tess', null, 'winner'])), '@tess loses #104'],
    [
      'an act that only put a buyer in line',
      award(changes(['tess', null, 'waitlist'])),
      '@tess no longer waits for #104',
    ],
    ['an award to a waiting buyer', award(changes(['tess', 'waitlist', 'winner'])), '@tess waits again'],
    [
      'a change of the quantity',
      {
        act: 'quantity',
        input: {
          itemId: 'item-104',
          itemKey: '104',
          before: 1,
          total: 2,
          changes: changes(['tess', 'waitlist', 'winner']),
        },
      },
      '#104 goes back to 1 unit; @tess waits at position 1',
    ],
  ])('The undo sentence states the effect of undoing %s.', (_, change, sentence) => {
    expect(undoSentence(start, actOf(act(1, change)))).toBe(sentence);
  });

  it("Undo is offered once, for the user's latest undoable act, for five minutes.", () => {
    const events = [
      act(1),
      act(2, release(), true, { kind: 'person', id: 'user-2', name: 'Ben' }),
      act(3, flag, false),
    ];
    const { state } = reduceAll(start, events);
    expect(lastUndoableAct(state, me.id, Date.parse(at(10_000)))?.seq).toBe(1);
    expect(lastUndoableAct(state, me.id, Date.parse(at(1_000)) + UNDO_WITHIN_MS)).toBeNull();
    const undone = reduceAll(state, [
      act(4, { act: 'undo', input: { seq: 1, act: 'release', itemId: 'item-104' } }, false),
    ]).state;
    expect(lastUndoableAct(undone, me.id, Date.parse(at(10_000)))).toBeNull();
  });

  it('Acts from before the page was opened are added once each.', () => {
    const { state } = reduceAll({ ...start, lastSeq: 5 }, [act(6)]);
    const later = withEarlierActs(state, [act(4), act(5), act(6)]);
    expect(later.acts.map(({ seq }) => seq)).toEqual([6, 5, 4]);
    expect(later.acts.every((record) => isUndoable(later, record, Date.parse(at(7_000))))).toBe(true);
  });
});
