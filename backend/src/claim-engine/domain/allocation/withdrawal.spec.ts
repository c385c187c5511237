import { DEFAULT_RULES } from '@sellary/contracts';
import { Board, type ClaimState, decide, type Decision, DEFAULT_POLICY, type Input } from '.';

describe('A withdrawn item', () => {
  const show = { spans: [[0, null] as const], ended: false, rules: DEFAULT_RULES, policy: DEFAULT_POLICY };
  let board: Board;
  let refs = 0;
  beforeEach(() => {
    board = new Board();
    board.addItem({ id: 'item', key: '12', total: 1, claimed: 0, waiting: 0, lastPlace: 0 });
  });

  const act = (...inputs: Input[]): Decision[] => decide(board, show, inputs);
  const says = (buyerId: string, kind: 'claim' | 'waitlist' = 'claim'): string => {
    const ref = ++refs;
    act({
      kind: 'comment',
      ref,
      buyerId,
      byHost: false,
      claimTime: ref,
      secondsOnly: false,
      arrival: ref,
      route: 'auto',
      intents: [{ act: kind, item: '12', qty: 1 }],
      claimIds: [`${buyerId}-${ref}`],
    });
    return `${buyerId}-${ref}`;
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

  it('If a buyer has two closed claims on one unit, the later one returns; neither returns if another claim is active.', () => {
    const item = { id: 'item', key: '12', total: 1, claimed: 1, waiting: 0, lastPlace: 3, withdrawn: true };
    const claim = (id: string, buyerId: string, place: number, state: 'closed' | 'winner'): ClaimState => ({
      id,
      itemKey: '12',
      itemId: 'item',
      buyerId,
      status: state,
      unit: 1,
      place,
      queueOnly: false,
      claimTime: place,
      arrival: place,
    });
    const claims = [
      claim('bob-1', 'bob', 1, 'closed'),
      claim('bob-2', 'bob', 2, 'closed'),
      claim('ann-1', 'ann', 3, 'closed'),
      claim('ann-2', 'ann', 0, 'winner'),
    ];
    board = new Board({ items: [item], claims });
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
