import { DEFAULT_RULES } from '@sellary/contracts';
import { claim, comment, item } from '../../../../test/policy-board';
import { Board, decide, type Decision, DEFAULT_POLICY, type Input } from '.';

describe('A withdrawn item', () => {
  const show = { spans: [[0, null] as const], ended: false, rules: DEFAULT_RULES, policy: DEFAULT_POLICY };
  let board: Board;
  let refs = 0;
  beforeEach(() => {
    board = new Board();
    board.addItem(item());
  });

  const act = (...inputs: Input[]): Decision[] => decide(board, show, inputs);
  const says = (buyerId: string, kind: 'claim' | 'waitlist' = 'claim'): string => {
    const ref = ++refs;
    const id = `${buyerId}-${ref}`;
    act({ ...comment(ref, buyerId), intents: [{ act: kind, item: '12', qty: 1 }], claimIds: [id] });
    return id;
  };
  const withdraw = (): Decision[] => act({ kind: 'withdrawn', itemKey: '12', withdrawn: true });
  const restore = (): Decision[] => act({ kind: 'withdrawn', itemKey: '12', withdrawn: false });
  const status = (id: string): string | undefined => board.claim(id)?.status;

  it('Restored claims return to their places, before later claims.', () => {
    const [ann, bob, cat] = [says('ann'), says('bob'), says('cat')];
    withdraw();
    expect([ann, bob, cat].map(status)).toEqual(['winner', 'closed', 'closed']);
    expect(board.item('12')).toMatchObject({ withdrawn: true, claimed: 1, waiting: 0 });
    restore();
    const dan = says('dan');
    act({ kind: 'release', claimId: ann });
    expect([bob, cat, dan].map(status)).toEqual(['winner', 'waitlist', 'waitlist']);
    expect([cat, dan].map((id) => board.claim(id)?.place)).toEqual([2, 3]);
  });

  it('If a buyer has two closed claims on one unit, the later one returns; a closed claim does not return if another claim is active.', () => {
    const claims = [
      claim('bob', { id: 'bob-1', place: 1, status: 'closed' }),
      claim('bob', { id: 'bob-2', place: 2, status: 'closed' }),
      claim('ann', { id: 'ann-1', place: 3, status: 'closed' }),
      claim('ann', { id: 'ann-2', place: 0, status: 'winner' }),
    ];
    board = new Board({ items: [item({ claimed: 1, lastPlace: 3, withdrawn: true })], claims });
    restore();
    expect(claims.map(({ id }) => status(id))).toEqual(['closed', 'waitlist', 'closed', 'winner']);
  });

  it('No buyer gets a unit of a withdrawn item, and an award is refused.', () => {
    const ann = says('ann');
    withdraw();
    expect(board.claim(says('bob'))).toBeUndefined();
    expect(act({ kind: 'release', claimId: ann })).toMatchObject([{ kind: 'freed', promoted: null }]);
    const award = { kind: 'award', itemKey: '12', buyerId: 'zoe', claimId: 'zoe-1', at: 9 } as const;
    expect(() => act(award)).toThrow('ITEM_WITHDRAWN');
  });
});
