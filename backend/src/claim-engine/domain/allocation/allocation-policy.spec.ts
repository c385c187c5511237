import { DEFAULT_RULES } from '@sellary/contracts';
import {
  type AllocationPolicy,
  type BoardState,
  type ClaimState,
  type CommentInput,
  Board,
  decide as decideOn,
  type Decision,
  type Input,
  type ShowState,
  DEFAULT_POLICY,
  findPolicy,
  policyId,
  PolicyViolation,
} from '.';

const NOON = Date.UTC(2026, 0, 1, 12);
const waiter = (buyerId: string, place: number): ClaimState => ({
  ...{ id: `claim-${buyerId}`, itemKey: '12', itemId: 'item', buyerId, status: 'waitlist', unit: 1, place, queueOnly: false },
  ...{ claimTime: NOON, arrival: NOON },
});
type State = BoardState & ShowState;
const decide = (given: State, inputs: readonly Input[]): Decision[] => decideOn(new Board(given), given, inputs);
const board = (policy: AllocationPolicy, over: Partial<BoardState> = {}): State => ({
  items: [{ id: 'item', key: '12', total: 1, claimed: 0, waiting: 0, lastPlace: 0 }],
  claims: [],
  spans: [[NOON - 1000, null]],
  ended: false,
  rules: DEFAULT_RULES,
  policy,
  ...over,
});
const comment = (ref: number, buyerId: string): CommentInput => ({
  ...{ kind: 'comment', ref, buyerId, byHost: false, claimTime: NOON + ref, secondsOnly: false, arrival: NOON + ref },
  ...{ route: 'auto', intents: [{ act: 'claim', item: '12' }], claimIds: [`claim-${buyerId}`] },
});
const changed = (over: Partial<AllocationPolicy>): AllocationPolicy => ({ ...DEFAULT_POLICY, name: 'test', ...over });
const fullLine = { items: [{ id: 'item', key: '12', total: 1, claimed: 1, waiting: 2, lastPlace: 2 }] };
const holder: ClaimState = { ...waiter('ann', 0), status: 'winner', place: null };

describe('An allocation policy', () => {
  it('A policy decides who wins.', () => {
    const lastCome = changed({ order: (a, b) => b.claimTime - a.claimTime });
    const winner = decide(board(lastCome), [comment(1, 'ann'), comment(2, 'bob')]).find((one) => one.kind === 'created');
    expect(winner).toMatchObject({ claim: { buyerId: 'bob', status: 'winner' } });
  });

  it('A policy decides which waiter gets a freed unit.', () => {
    const lastWaiter = changed({ next: (line) => line.at(-1) ?? null });
    const state = board(lastWaiter, { ...fullLine, claims: [holder, waiter('bob', 1), waiter('cat', 2)] });
    expect(decide(state, [{ kind: 'release', claimId: holder.id }])).toMatchObject([{ kind: 'freed', promoted: { claimId: 'claim-cat' } }]);
  });

  it('A policy that leaves a freed unit free is obeyed.', () => {
    const state = board(changed({ next: () => null }), { ...fullLine, claims: [holder, waiter('bob', 1), waiter('cat', 2)] });
    expect(decide(state, [{ kind: 'release', claimId: holder.id }])).toMatchObject([
      { promoted: null, counts: { claimed: 0, waiting: 2 } },
    ]);
  });

  it('A policy that gives more units than there are is named and refused.', () => {
    const generous = changed({ decide: () => ({ verdict: 'win', rule: 'everybody' }) });
    const two = (): unknown => decide(board(generous), [comment(1, 'ann'), comment(2, 'bob')]);
    expect(two).toThrow(PolicyViolation);
    expect(two).toThrow('The allocation policy test@1 gave a unit of item 12, which has none left');
  });

  it('A policy that gives a unit to a claim outside the line is named and refused.', () => {
    const state = board(changed({ next: () => waiter('zoe', 9) }), { ...fullLine, claims: [holder, waiter('bob', 1), waiter('cat', 2)] });
    expect(() => decide(state, [{ kind: 'release', claimId: holder.id }])).toThrow(
      'test@1 gave a unit of item 12 to a claim that does not wait for it',
    );
  });

  it('A policy is found by the id that the ledger records.', () => {
    expect(policyId(DEFAULT_POLICY)).toBe('first-come@1');
    expect(findPolicy('first-come@1')).toBe(DEFAULT_POLICY);
    expect(findPolicy('first-come@99')).toBeUndefined();
  });
});
