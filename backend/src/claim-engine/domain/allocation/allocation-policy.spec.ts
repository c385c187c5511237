import { DEFAULT_RULES, type ShowRules } from '@sellary/contracts';
import { type AllocationPolicy, policyId, PolicyViolation } from '@sellary/extension-kit/domain';
import {
  board,
  claim,
  comment,
  decide,
  item,
  NOON,
  policyWith,
  release,
  soldOut,
  waiting,
} from '../../../../test/policy-board';
import { type CommentInput, DEFAULT_POLICY, FALLBACK_POLICY, findPolicy } from '.';

describe('An allocation policy', () => {
  it('A policy decides who wins.', () => {
    const latestFirst = policyWith({ order: (a, b) => b.claimTime - a.claimTime });
    const winner = decide(board(latestFirst), [comment(1, 'ann'), comment(2, 'bob')]).find(
      (decision) => decision.kind === 'created',
    );
    expect(winner).toMatchObject({ claim: { buyerId: 'bob', status: 'winner' } });
  });

  it('A policy decides which waiting claim gets a freed unit.', () => {
    const lastInLine = policyWith({ needs: ['wholeLine'], next: (line) => line.at(-1) ?? null });
    const state = board(lastInLine, soldOut);
    expect(decide(state, [release])).toMatchObject([{ kind: 'freed', promoted: { claimId: 'claim-cat' } }]);
  });

  it('A freed unit stays free if the policy chooses no claim.', () => {
    const state = board(policyWith({ next: () => null }), soldOut);
    expect(decide(state, [release])).toMatchObject([{ promoted: null, counts: { claimed: 0, waiting: 2 } }]);
  });

  it('If a policy gives away more units than exist, the error names the policy.', () => {
    const generous = policyWith({ decide: () => ({ verdict: 'win', rule: 'everybody' }) });
    const decideBoth = (): unknown => decide(board(generous), [comment(1, 'ann'), comment(2, 'bob')]);
    expect(decideBoth).toThrow(PolicyViolation);
    expect(decideBoth).toThrow(
      'The allocation policy test@1 gave away a unit of item 12, which has none left',
    );
  });

  it('A policy that gives a unit to a claim outside the line is reported by name.', () => {
    const state = board(policyWith({ next: () => waiting('zoe', 9) }), soldOut);
    expect(() => decide(state, [release])).toThrow(
      'test@1 gave a unit of item 12 to a claim that is not waiting for it',
    );
  });

  it('A policy can be found by the id recorded in the ledger.', () => {
    expect(policyId(DEFAULT_POLICY)).toBe('first-come@3');
    expect(findPolicy('first-come@3')).toBe(DEFAULT_POLICY);
    expect(findPolicy('first-come@99')).toBeUndefined();
  });

  it('A policy that does not need the whole line gets only the first waiting claim, even if more are loaded.', () => {
    const seen: string[][] = [];
    const first = policyWith({
      next: (line) => (seen.push(line.map(({ buyerId }) => buyerId)), line[0] ?? null),
    });
    decide(board(first, soldOut), [release]);
    expect(new Set(seen.flat())).toEqual(new Set(['bob']));
  });

  it("A request refused by the policy makes no claim, and the policy's rule is stored with the comment.", () => {
    const oneWin = policyWith({
      needs: ['winsInShow'],
      decide: (_, item, { winsInShow }) =>
        winsInShow >= 1
          ? { verdict: 'refuse', rule: 'one_win' }
          : { verdict: item.claimed < item.total ? 'win' : 'wait', rule: 'first' },
    });
    const items = ['12', '13'].map((key) => item({ id: `item-${key}`, key }));
    const wins = new Map([['bob', 1]]);
    const onItem13: CommentInput = {
      ...comment(2, 'ann'),
      intents: [{ act: 'claim', item: '13', qty: 1 }],
      claimIds: ['claim-2'],
    };
    const decisions = decide(board(oneWin, { items, wins }), [
      comment(1, 'ann'),
      onItem13,
      { ...comment(3, 'bob'), claimIds: ['claim-3'] },
    ]);
    expect(decisions.filter(({ kind }) => kind === 'created')).toMatchObject([
      { claim: { buyerId: 'ann', status: 'winner' } },
    ]);
    expect(decisions.filter(({ kind }) => kind === 'comment')).toEqual([
      { kind: 'comment', ref: 1, outcome: 'winner', claimIds: ['claim-ann'], outcomes: [expect.anything()] },
      {
        kind: 'comment',
        ref: 2,
        outcome: 'refused',
        claimIds: [],
        outcomes: [expect.objectContaining({ won: 0, outcome: 'refused', claimIds: [] })],
        why: { rule: 'one_win', unitsLeft: 1, ahead: 0 },
      },
      {
        kind: 'comment',
        ref: 3,
        outcome: 'refused',
        claimIds: [],
        outcomes: [expect.objectContaining({ won: 0, outcome: 'refused', claimIds: [] })],
        why: { rule: 'one_win', unitsLeft: 0, ahead: 0 },
      },
    ]);
  });

  it('A comment goes to review if any of its intents needs an operator, and keeps the claims from its other intents.', () => {
    const doubtful = policyWith({
      decide: (_, item) =>
        item.key === '13' ? { verdict: 'review', rule: 'expensive' } : { verdict: 'win', rule: 'first' },
    });
    const items = ['12', '13'].map((key) => item({ id: `item-${key}`, key }));
    const both: CommentInput = {
      ...comment(1, 'ann'),
      intents: ['12', '13'].map((item) => ({ act: 'claim' as const, item, qty: 1 })),
      claimIds: ['a', 'b'],
    };
    const decisions = decide(
      board(doubtful, { items, rules: { ...DEFAULT_RULES, maxClaimsPerComment: 2 } }),
      [both],
    );
    expect(decisions[0]).toMatchObject({
      kind: 'comment',
      ref: 1,
      outcome: 'review',
      claimIds: ['a'],
      outcomes: [
        { item: '12', outcome: 'winner', claimIds: ['a'] },
        { item: '13', outcome: 'review', claimIds: [] },
      ],
      why: { rule: 'expensive', unitsLeft: 1, ahead: 0 },
    });
  });

  it('An unmatched claim is released if the policy refuses it, and stays unmatched if an operator must decide.', () => {
    const unmatched = ['ann', 'bob', 'cat'].map((buyer, n) =>
      claim(buyer, { itemId: null, status: 'unmatched', claimTime: NOON + n }),
    );
    const verdicts = { ann: 'refuse', bob: 'review', cat: 'win' } as const;
    const policy = policyWith({
      decide: ({ buyerId }) => ({ verdict: verdicts[buyerId as keyof typeof verdicts], rule: 'test' }),
    });
    const state = board(policy, { claims: unmatched });
    expect(decide(state, [{ kind: 'item_appears', itemKey: '12' }])).toMatchObject([
      { kind: 'moved', claimId: 'claim-ann', to: 'released', why: { rule: 'item_added_test' } },
      { kind: 'moved', claimId: 'claim-cat', to: 'winner' },
    ]);
  });

  it('An unmatched claim that goes to its variant gets the next unit number if the buyer already has a claim with the same number there.', () => {
    const held = claim('ann', { itemKey: '12/M' });
    const unmatched = claim('ann', { id: 'unmatched', itemId: null, status: 'unmatched' });
    const state = board(DEFAULT_POLICY, {
      items: [item({ key: '12/M', total: 2, claimed: 1 })],
      claims: [held, unmatched],
    });
    expect(
      decide(state, [{ kind: 'item_appears', itemKey: '12', matches: { unmatched: 'M' } }]),
    ).toMatchObject([{ kind: 'moved', claimId: 'unmatched', to: 'winner', itemKey: '12/M', unit: 2 }]);
  });

  it('A policy gets only the facts that it needs.', () => {
    const seen: unknown[] = [];
    const policyNeeding = (needs: AllocationPolicy['needs']): AllocationPolicy =>
      policyWith({ needs, decide: (_, __, buyer) => (seen.push(buyer), { verdict: 'wait', rule: 'test' }) });
    for (const needs of [[], ['winsInShow'], ['winsInShow', 'unitsOfItem', 'wholeLine']] as const) {
      decide(board(policyNeeding(needs), { wins: new Map([['ann', 3]]) }), [comment(1, 'ann')]);
    }
    // Each request is decided twice, to check that both verdicts are the same.
    expect(seen.filter((_, index) => index % 2 === 0)).toEqual([
      { id: 'ann' },
      { id: 'ann', winsInShow: 3 },
      { id: 'ann', winsInShow: 3, unitsOfItem: 0 },
    ]);
  });

  it("A policy knows the show's rules.", () => {
    const policy = policyWith({
      decide: (_, __, ___, rules) =>
        rules.maxClaimsPerComment > 1
          ? { verdict: 'refuse', rule: 'test' }
          : { verdict: 'win', rule: 'test' },
    });
    const outcome = (rules: ShowRules): unknown => decide(board(policy, { rules }), [comment(1, 'ann')])[0];
    expect(outcome(DEFAULT_RULES)).toMatchObject({ outcome: 'winner' });
    expect(outcome({ ...DEFAULT_RULES, maxClaimsPerComment: 2 })).toMatchObject({ outcome: 'refused' });
  });

  it('A policy cannot change its arguments.', () => {
    const values: object[] = [];
    const policy = policyWith({
      needs: ['wholeLine'],
      order: (a, b) => (values.push(a, b), 0),
      decide: (...all) => (values.push(...all), { verdict: 'win', rule: 'test' }),
      next: (line, item) => (values.push(line, ...line, item), null),
    });
    decide(board(policy), [comment(1, 'ann')]);
    decide(board(policy, { items: [item({ key: '13' })] }), [comment(1, 'ann'), comment(2, 'bob')]);
    decide(board(policy, soldOut), [release]);
    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((value) => !Object.isFrozen(value))).toEqual([]);
  });

  it('The policy that leaves everything to operators neither makes nor promotes claims.', () => {
    expect(decide(board(FALLBACK_POLICY), [comment(1, 'ann')])).toMatchObject([
      { outcome: 'review', why: { rule: 'operator_decides' } },
    ]);
    const state = board(FALLBACK_POLICY, soldOut);
    expect(decide(state, [release])).toMatchObject([{ kind: 'freed', promoted: null }]);
  });
});
