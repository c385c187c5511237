import type { OperatorAct, ShowEvent } from '@sellary/contracts';
import { aBuyer, aClaim, aShow, anItem, at } from '../../../../testing/wire';
import { UNDO_WITHIN_MS, actOf, isUndoable, lastActOf, undoSentence, withEarlierActs } from './acts';
import { reduceAll } from './reduce';
import { fromSnapshot } from './show-state';

const me = { id: 'user-1', name: 'Ann' };
const act = (seq: number, change: Partial<OperatorAct>, by = me): Extract<ShowEvent, { type: 'operator.act' }> => ({
  seq,
  type: 'operator.act',
  at: at(seq * 1_000),
  by,
  data: { act: 'release', batch: seq, input: { itemId: 'item-104' }, undoable: true, ...change },
});
const changes = (...of: [string, string | null, string][]) => of.map(([claimId, before, after]) => ({ claimId, before, after }));
const start = fromSnapshot({
  show: aShow(),
  items: [anItem('104')],
  claims: [aClaim('bella', { buyer: aBuyer('bella') }), aClaim('tess', { buyer: aBuyer('tess') })],
  comments: [],
  review: [],
  lastSeq: 0,
});

describe('operator acts', () => {
  it.each<[string, Partial<OperatorAct>, string]>([
    [
      'a release',
      { input: { itemId: 'item-104', changes: changes(['bella', 'winner', 'released'], ['tess', 'waitlist', 'winner']) } },
      '#104 goes back to @bella; @tess waits as #1',
    ],
    ['an award', { act: 'award', input: { itemId: 'item-104', changes: changes(['tess', null, 'winner']) } }, '@tess loses #104'],
    [
      'an award to a waiter',
      { act: 'award', input: { itemId: 'item-104', changes: changes(['tess', 'waitlist', 'winner']) } },
      '@tess waits again',
    ],
    [
      'a quantity',
      { act: 'quantity', input: { itemId: 'item-104', before: 1, total: 2, changes: changes(['tess', 'waitlist', 'winner']) } },
      '#104 goes back to 1 unit; @tess waits as #1',
    ],
  ])('the undo sentence says who loses when %s is undone', (_, change, sentence) => {
    expect(undoSentence(start, actOf(act(1, change)))).toBe(sentence);
  });

  it('undo is offered once, for my own latest act, for five minutes', () => {
    const events = [act(1, {}), act(2, {}, { id: 'user-2', name: 'Ben' }), act(3, { act: 'flag', undoable: false })];
    const { state } = reduceAll(start, events);
    expect(lastActOf(state, me.id, Date.parse(at(10_000)))?.seq).toBe(1);
    expect(lastActOf(state, me.id, Date.parse(at(1_000)) + UNDO_WITHIN_MS)).toBeNull();
    const undone = reduceAll(state, [act(4, { act: 'undo', undoable: false, input: { seq: 1 } })]).state;
    expect(lastActOf(undone, me.id, Date.parse(at(10_000)))).toBeNull();
  });

  it('acts from before the page was opened are added once each', () => {
    const { state } = reduceAll({ ...start, lastSeq: 5 }, [act(6, {})]);
    const read = withEarlierActs(state, [act(4, {}), act(5, {}), act(6, {})]);
    expect(read.acts.map(({ seq }) => seq)).toEqual([6, 5, 4]);
    expect(read.acts.every((one) => isUndoable(read, one, Date.parse(at(7_000))))).toBe(true);
  });
});
