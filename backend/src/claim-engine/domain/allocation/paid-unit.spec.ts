import { DEFAULT_RULES } from '@sellary/contracts';
import { comment, item, NOON } from '../../../../test/policy-board';
import { Board, decide, type Decision, DEFAULT_POLICY, type Input } from '.';

describe('A paid unit', () => {
  const base = { spans: [[0, null] as const], ended: false, policy: DEFAULT_POLICY };
  let board: Board;
  let rules: typeof DEFAULT_RULES;
  let refs = 0;
  beforeEach(() => {
    rules = DEFAULT_RULES;
    board = new Board();
    board.addItem(item({ total: 2 }));
  });

  const act = (...inputs: Input[]): Decision[] => decide(board, { ...base, rules }, inputs);
  const says = (buyerId: string, kind: 'claim' | 'pass', qty = 1, counted = false): Decision[] => {
    const ref = ++refs;
    return act({
      ...comment(ref, buyerId),
      intents: [{ act: kind, item: '12', qty, ...(counted ? { counted: true } : {}) }],
      claimIds: [`${buyerId}-${ref}-1`, `${buyerId}-${ref}-2`],
    });
  };
  const idsOf = (decisions: Decision[]): string[] =>
    decisions.flatMap((decision) => (decision.kind === 'created' ? [decision.claim.id] : []));
  const decisionIn = (decisions: Decision[]) => decisions.find(({ kind }) => kind === 'comment');
  const status = (id: string): string | undefined => board.claim(id)?.status;

  it('A pass on a paid unit goes to review as a whole and frees no unit.', () => {
    const [first = '', second = ''] = idsOf(says('ann', 'claim', 2));
    board.setPaid(first, true);
    expect(decisionIn(says('ann', 'pass'))).toMatchObject({ outcome: 'review', why: { rule: 'paid_unit' } });
    expect([first, second].map(status)).toEqual(['winner', 'winner']);
  });

  it('A pass that covers only unpaid units frees them.', () => {
    const [first = '', second = ''] = idsOf(says('ann', 'claim', 2));
    board.setPaid(first, true);
    expect(decisionIn(says('ann', 'pass', 1, true))).toMatchObject({ outcome: 'passed' });
    expect([first, second].map(status)).toEqual(['winner', 'passed']);
  });

  it("If a blocked buyer passes a paid unit and claims another item, the rule stored with the comment is the block's.", () => {
    const [first = ''] = idsOf(says('ann', 'claim'));
    board.setPaid(first, true);
    rules = { ...DEFAULT_RULES, maxClaimsPerComment: 2 };
    const decisions = act({
      ...comment(9, 'ann'),
      block: 'review',
      intents: [
        { act: 'pass', item: '12', qty: 1 },
        { act: 'claim', item: '13', qty: 1 },
      ],
      claimIds: ['new'],
    });
    expect(decisionIn(decisions)).toMatchObject({ outcome: 'review', why: { rule: 'blocked_review' } });
  });

  it('During a fairness window, a pass on a paid unit goes to review immediately.', () => {
    const [first = ''] = idsOf(says('ann', 'claim'));
    board.setPaid(first, true);
    rules = { ...DEFAULT_RULES, fairnessWindowSeconds: 5 };
    expect(decisionIn(says('ann', 'pass'))).toMatchObject({ outcome: 'review', why: { rule: 'paid_unit' } });
  });

  it('A pass that was pending before the payment is refused, and so is a pass that an operator accepts.', () => {
    const [first = ''] = idsOf(says('ann', 'claim'));
    board.setPaid(first, true);
    const pass = {
      buyerId: 'ann',
      claimTime: NOON + 9,
      arrival: NOON + 9,
      intents: [{ act: 'pass', item: '12', qty: 1 }],
    } as const;
    board.pending += 1;
    const intents = pass.intents.map((intent) => ({ ...intent, claimIds: [] }));
    const due = act({ kind: 'due', ref: 90, secondsOnly: false, ...pass, intents });
    const accepted = act({ kind: 'accept', ref: 91, claimIds: [], ...pass });
    for (const decisions of [due, accepted]) {
      expect(decisionIn(decisions)).toMatchObject({ outcome: 'refused', why: { rule: 'paid_unit' } });
    }
    expect(status(first)).toBe('winner');
  });

  it('A paid unit cannot be released or taken by an undo until the payment is undone.', () => {
    const [first = ''] = idsOf(says('ann', 'claim'));
    board.setPaid(first, true);
    const restore = [{ claimId: first, status: 'released' as const }];
    expect(() => act({ kind: 'release', claimId: first })).toThrow('CLAIM_PAID');
    expect(() => act({ kind: 'undo', itemKey: '12', total: null, restore, idle: 0 })).toThrow('CLAIM_PAID');
    expect(() => board.setPaid(first, true)).toThrow('CLAIM_PAID');
    board.setPaid(first, false);
    act({ kind: 'release', claimId: first });
    expect(status(first)).toBe('released');
    expect(() => board.setPaid(first, true)).toThrow('UNDO_STALE');
  });
});
