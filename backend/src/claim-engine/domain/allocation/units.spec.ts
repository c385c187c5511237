import { DEFAULT_RULES, type ShowRules } from '@sellary/contracts';
import { comment, item } from '../../../../test/policy-board';
import {
  Board,
  type ClaimState,
  type CommentInput,
  decide,
  type Decision,
  DEFAULT_POLICY,
  OLDEST_POLICY,
} from '.';

type Intent = Partial<CommentInput['intents'][number]>;

describe('Units', () => {
  let board: Board;
  let clock: number;
  let rules: ShowRules;
  let policy = DEFAULT_POLICY;

  beforeEach(() => {
    const items = [item({ total: 2 }), item({ total: 2, id: 'other', key: '13' })];
    board = new Board({ items, claims: [] });
    clock = 0;
    rules = { ...DEFAULT_RULES, maxClaimsPerComment: 3 };
    policy = DEFAULT_POLICY;
  });

  function says(buyerId: string, ...intents: Intent[]): Decision[] {
    clock += 1;
    const input: CommentInput = {
      ...comment(clock, buyerId),
      intents: (intents.length === 0 ? [{}] : intents).map((intent) => ({
        act: 'claim',
        item: '12',
        qty: 1,
        ...intent,
      })),
      claimIds: Array.from({ length: 9 }, (_, index) => `${buyerId}-${clock}-${index + 1}`),
    };
    return decide(board, { spans: [[0, null]], ended: false, rules, policy }, [input]);
  }
  const outcomesOf = (decisions: Decision[]) =>
    decisions.flatMap((decision) => (decision.kind === 'comment' ? decision.outcomes : []));
  const unitsOf = (buyerId: string): [unit: number, status: string][] =>
    [...board.claimsOnLine('12', buyerId)]
      .map(({ unit, status }: ClaimState): [number, string] => [unit, status])
      .sort(([a], [b]) => a - b);

  it('A request for three units when two are left wins two and waits for one, each claim with its own unit number.', () => {
    const decisions = says('ann', { qty: 3 });
    expect(outcomesOf(decisions)).toEqual([
      {
        item: '12',
        quantity: 3,
        won: 2,
        waiting: 1,
        outcome: 'winner',
        claimIds: ['ann-1-1', 'ann-1-2', 'ann-1-3'],
      },
    ]);
    expect(unitsOf('ann')).toEqual([
      [1, 'winner'],
      [2, 'winner'],
      [3, 'waitlist'],
    ]);
    expect(decisions.flatMap((decision) => (decision.kind === 'created' ? [decision.why] : []))).toEqual([
      { rule: 'unit_left', unitsLeft: 2, ahead: 0, asked: { unit: 1, of: 3 } },
      { rule: 'unit_left', unitsLeft: 1, ahead: 0, asked: { unit: 2, of: 3 } },
      { rule: 'no_unit_left', unitsLeft: 0, ahead: 0, asked: { unit: 3, of: 3 } },
    ]);
  });

  it('The first version of the policy gives one unit, however many the comment asks for.', () => {
    policy = OLDEST_POLICY;
    expect(outcomesOf(says('ann', { qty: 3 }))).toMatchObject([
      { quantity: 3, won: 1, claimIds: ['ann-1-1'] },
    ]);
    expect(unitsOf('ann')).toEqual([[1, 'winner']]);
  });

  it('A repeated claim is a duplicate, or adds units if the rules allow it.', () => {
    says('ann');
    expect(outcomesOf(says('ann', { qty: 2 }))).toMatchObject([{ outcome: 'duplicate_user', claimIds: [] }]);
    rules = { ...rules, repeatClaims: 'add' };
    expect(outcomesOf(says('ann', { qty: 2 }))).toMatchObject([{ outcome: 'winner', won: 1, waiting: 1 }]);
    expect(unitsOf('ann').map(([unit]) => unit)).toEqual([1, 2, 3]);
  });

  it('Two variants of an item in the same comment are not a repeated claim.', () => {
    expect(outcomesOf(says('ann', { variant: 'S' }, { variant: 'M' }))).toMatchObject([
      { variant: 'S', outcome: 'winner' },
      { variant: 'M', outcome: 'winner' },
    ]);
    expect(unitsOf('ann').map(([unit]) => unit)).toEqual([1, 2]);
  });

  it('Units over the item limit are not claimed, and a comment whose units are all over the limit gets the outcome over_limit.', () => {
    rules = { ...rules, maxUnitsPerItem: 1, repeatClaims: 'add' };
    expect(outcomesOf(says('ann', { qty: 3 }))).toMatchObject([{ quantity: 3, won: 1, outcome: 'winner' }]);
    expect(says('ann')[0]).toMatchObject({ outcome: 'over_limit', claimIds: [] });
  });

  it('The show limit counts units of all items, won or waited for, until the buyer gives them up.', () => {
    rules = { ...rules, maxUnitsPerShow: 2 };
    expect(outcomesOf(says('ann', {}, { item: '13', qty: 2 }))).toMatchObject([
      { item: '12', outcome: 'winner' },
      { item: '13', outcome: 'winner', quantity: 2, claimIds: ['ann-1-2'] },
    ]);
    expect(says('ann', { item: '14' })[0]).toMatchObject({ outcome: 'over_limit' });
    says('ann', { act: 'pass' });
    expect(says('ann', { item: '14' })[0]).toMatchObject({ outcome: 'item_not_found' });
  });

  it('A pass with a quantity gives up the last units, those in line first, and each freed unit goes to the next buyer in line.', () => {
    says('ann', { qty: 3 });
    says('bob');
    expect(outcomesOf(says('ann', { act: 'pass', qty: 2, counted: true }))).toEqual([
      { item: '12', quantity: 2, won: 0, waiting: 0, outcome: 'passed', claimIds: ['ann-1-3', 'ann-1-2'] },
    ]);
    expect([unitsOf('ann'), unitsOf('bob')]).toEqual([[[1, 'winner']], [[1, 'winner']]]);
  });

  it("A pass without a quantity gives up all units, and none of them goes to the same buyer's waiting claim.", () => {
    says('ann', { qty: 3 });
    says('bob', { qty: 2 });
    says('ann', { act: 'pass' });
    expect([unitsOf('ann'), unitsOf('bob')]).toEqual([
      [],
      [
        [1, 'winner'],
        [2, 'winner'],
      ],
    ]);
  });

  it('A claim after a pass in the same comment gets the next unit number, not the number of the passed claim.', () => {
    says('ann', { variant: 'S' }, { act: 'pass' }, { variant: 'M' });
    expect(unitsOf('ann')).toEqual([[2, 'winner']]);
  });
});
