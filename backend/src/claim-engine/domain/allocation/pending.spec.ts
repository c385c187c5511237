import { DEFAULT_RULES, type Outcome, type ShowRules } from '@sellary/contracts';
import {
  AllocationRefused,
  Board,
  type CommentInput,
  decide,
  type Decision,
  DEFAULT_POLICY,
  type DueInput,
  type Input,
} from '.';

type Intent = CommentInput['intents'][number];
interface Comment {
  ref: number;
  buyerId: string;
  intents: readonly Intent[];
  decision: Extract<Decision, { kind: 'comment' }>;
}

describe('Pending claims and passes', () => {
  let rules: ShowRules;
  let board: Board;
  let refs = 0;
  const addItem = (key: string, total: number): void =>
    board.addItem({ id: `item ${key}`, key, total, claimed: 0, waiting: 0, lastPlace: 0 });
  const addSizes = (key: string, sizes: Record<string, number>): void => {
    for (const [size, total] of Object.entries(sizes)) {
      const line = { id: `item ${key}`, key: `${key}/${size}`, total, claimed: 0, waiting: 0, lastPlace: 0 };
      board.addLine(line);
    }
  };
  beforeEach(() => {
    rules = { ...DEFAULT_RULES, fairnessWindowSeconds: 5, maxClaimsPerComment: 3 };
    board = new Board();
    addItem('12', 1);
  });

  const act = (...inputs: Input[]): Decision[] =>
    decide(
      board,
      {
        spans: [[0, null]],
        ended: false,
        rules: { ...rules },
        policy: DEFAULT_POLICY,
        hasPending: board.pending > 0,
      },
      inputs,
    );
  const claim = (item: string, more: Partial<Intent> = {}): Intent => ({
    act: 'claim',
    item,
    qty: 1,
    ...more,
  });
  const pass = (item: string, more: Partial<Intent> = {}): Intent => ({ act: 'pass', item, qty: 1, ...more });
  const size = (variant: string): Partial<Intent> => ({ variant, listed: true });
  const decisionIn = (decisions: Decision[]): Comment['decision'] => {
    const found = decisions.find((decision) => decision.kind === 'comment');
    if (found === undefined) throw new Error('No comment was decided');
    return found;
  };
  const says = (buyerId: string, ...intents: Intent[]): Comment => {
    const ref = ++refs;
    const units = intents.reduce((sum, { qty }) => sum + qty, 0);
    const comment: CommentInput = {
      kind: 'comment',
      ref,
      buyerId,
      byHost: false,
      claimTime: ref,
      secondsOnly: false,
      arrival: ref,
      intents,
      route: 'auto',
      claimIds: Array.from({ length: units }, (_, index) => `${buyerId}-${ref}-${index}`),
    };
    return { ref, buyerId, intents, decision: decisionIn(act(comment)) };
  };
  const dueInput = ({ ref, buyerId, intents, decision }: Comment): DueInput => ({
    kind: 'due',
    ref,
    buyerId,
    claimTime: ref,
    secondsOnly: false,
    arrival: ref,
    intents: intents.map((intent, index) => ({
      ...intent,
      claimIds: decision.outcomes[index]?.claimIds ?? [],
    })),
  });
  const due = (...comments: Comment[]): Map<string, Comment['decision']> => {
    const decided = act(...comments.map(dueInput));
    return new Map(
      comments.flatMap(({ ref, buyerId }) =>
        decided.flatMap((d) => (d.kind === 'comment' && d.ref === ref ? [[buyerId, d]] : [])),
      ),
    );
  };
  const accepts = (buyerId: string, ...intents: Intent[]): Outcome => {
    const ref = ++refs;
    const claimIds = intents.map((_, index) => `${buyerId}-${ref}-${index}`);
    const accepted = { ref, buyerId, claimTime: ref, arrival: ref, intents, claimIds };
    return decisionIn(act({ kind: 'accept', ...accepted })).outcome;
  };
  const ids = ({ decision }: Comment): string[] => decision.claimIds;
  const statuses = (...comments: Comment[]): (string | undefined)[] =>
    comments.flatMap(ids).map((id) => board.claim(id)?.status);
  const setWithdrawn = (itemKey: string, withdrawn: boolean): Decision[] =>
    act({ kind: 'withdrawn', itemKey, withdrawn });
  const formerStatuses = (decisions: Decision[]) =>
    decisions
      .flatMap((decision) =>
        decision.kind === 'moved' ? [{ claimId: decision.claimId, status: decision.from }] : [],
      )
      .reverse() as { claimId: string; status: 'pending' | 'waitlist' | 'closed' }[];
  const undoChange = (decisions: Decision[], wasWithdrawn: boolean): Decision[] =>
    act({
      kind: 'undo',
      itemKey: '12',
      total: null,
      withdrawn: wasWithdrawn,
      restore: formerStatuses(decisions),
      idle: 0,
    });

  describe('on a withdrawn item', () => {
    it('Pending claims are closed together with the claims in line, and are pending again when the item is restored.', () => {
      rules = { ...rules, fairnessWindowSeconds: 0 };
      const [ann, bob] = [says('ann', claim('12')), says('bob', claim('12'))];
      rules = { ...rules, fairnessWindowSeconds: 5 };
      const [cat, dan] = [says('cat', claim('12')), says('dan', claim('12'))];
      setWithdrawn('12', true);
      expect(statuses(ann, bob, cat, dan)).toEqual(['winner', 'closed', 'closed', 'closed']);
      expect(board.pending).toBe(0);
      setWithdrawn('12', false);
      expect(statuses(ann, bob, cat, dan)).toEqual(['winner', 'waitlist', 'pending', 'pending']);
      due(dan, cat);
      expect([...ids(bob), ...ids(cat), ...ids(dan)].map((id) => board.claim(id)?.place)).toEqual([1, 2, 3]);
    });

    it('A claim whose window ends while its item is withdrawn is decided after the item is restored.', () => {
      const ann = says('ann', claim('12'));
      setWithdrawn('12', true);
      expect(due(ann).get('ann')).toMatchObject({ outcome: 'item_withdrawn', outcomes: [{ won: 0 }] });
      expect(statuses(ann)).toEqual(['closed']);
      setWithdrawn('12', false);
      expect(statuses(ann)).toEqual(['pending']);
      due(ann);
      expect(statuses(ann)).toEqual(['winner']);
    });

    it('Undoing a withdrawal makes pending claims pending again, and undoing a restoration closes them.', () => {
      const [ann, bob] = [says('ann', claim('12')), says('bob', claim('12'))];
      const withdrawal = setWithdrawn('12', true);
      undoChange(withdrawal, false);
      expect(statuses(ann, bob)).toEqual(['pending', 'pending']);
      setWithdrawn('12', true);
      const restoration = setWithdrawn('12', false);
      undoChange(restoration, true);
      expect(statuses(ann, bob)).toEqual(['closed', 'closed']);
      setWithdrawn('12', false);
      due(bob, ann);
      expect(statuses(ann, bob)).toEqual(['winner', 'waitlist']);
    });

    it('If an award is undone after a withdrawal, the claim is closed, then pending when the item is restored.', () => {
      const ann = says('ann', claim('12'));
      const claimId = ids(ann)[0] ?? '';
      act({ kind: 'award', itemKey: '12', buyerId: 'ann', claimId, at: 9 });
      setWithdrawn('12', true);
      const restore = [{ claimId, status: 'pending' as const }];
      act({ kind: 'undo', itemKey: '12', total: null, restore, idle: 0 });
      expect(statuses(ann)).toEqual(['closed']);
      setWithdrawn('12', false);
      expect(statuses(ann)).toEqual(['pending']);
    });

    it('A claim on a withdrawn item is refused immediately, and the rest of its comment waits.', () => {
      addItem('13', 1);
      setWithdrawn('12', true);
      const ann = says('ann', claim('12', { qty: 2 }), claim('13'));
      expect(ann.decision).toMatchObject({
        outcome: 'pending',
        outcomes: [{ outcome: 'item_withdrawn', claimIds: [] }, { outcome: 'pending' }],
      });
      expect(says('bob', claim('12')).decision.outcome).toBe('item_withdrawn');
      expect(due(ann).get('ann')?.outcomes).toMatchObject([
        { outcome: 'item_withdrawn', quantity: 2, won: 0 },
        { outcome: 'winner', quantity: 1, won: 1 },
      ]);
    });
  });

  describe('on an item with variants', () => {
    beforeEach(() => addSizes('9', { S: 1, M: 1 }));

    it("Each claim stays in its variant's line, and a restored variant gets its claims back.", () => {
      const [ann, bob] = [says('ann', claim('9', size('S'))), says('bob', claim('9', size('M')))];
      const cat = says('cat', claim('9', size('S')));
      expect([ann, bob, cat].flatMap(ids).map((id) => board.claim(id)?.itemKey)).toEqual([
        '9/S',
        '9/M',
        '9/S',
      ]);
      for (const line of ['9/M', '9/S']) setWithdrawn(line, true);
      for (const line of ['9/M', '9/S']) setWithdrawn(line, false);
      due(cat, bob, ann);
      expect(statuses(ann, bob, cat)).toEqual(['winner', 'winner', 'waitlist']);
      expect(board.item('9/S')).toMatchObject({ claimed: 1, waiting: 1 });
      expect(board.item('9/M')).toMatchObject({ claimed: 1, waiting: 0 });
    });

    it('A pass on a variant ends only its claims, and a pass on the item ends the claims on all variants.', () => {
      const ann = says('ann', claim('9', size('S')), claim('9', size('M')));
      const bob = says('bob', claim('9', size('S')), claim('9', size('M')));
      due(ann, bob);
      due(says('ann', pass('9', size('S'))));
      expect(statuses(ann, bob)).toEqual(['passed', 'winner', 'winner', 'waitlist']);
      due(says('bob', pass('9')));
      expect(statuses(ann, bob)).toEqual(['passed', 'winner', 'passed', 'passed']);
    });

    it('A comment that specifies no variant goes to review as a whole.', () => {
      const ann = says('ann', claim('12'), claim('9'));
      expect(ann.decision).toMatchObject({
        outcome: 'review',
        claimIds: [],
        why: { rule: 'needs_variant' },
        outcomes: [{ outcome: 'review' }, { outcome: 'review' }],
      });
      expect(board.pending).toBe(0);
    });

    it('A claim made before its item was added goes to the variant that it asked for.', () => {
      const ann = says('ann', claim('7', { variant: 'small' }));
      const bob = says('bob', claim('7'));
      addSizes('7', { S: 1, M: 1 });
      const [annClaim = ''] = ids(ann);
      act(...[ann, bob].map((comment): DueInput => ({ ...dueInput(comment), matches: { [annClaim]: 'S' } })));
      expect(statuses(ann, bob)).toEqual(['winner', 'unmatched']);
      expect(board.claim(annClaim)).toMatchObject({ itemKey: '7/S', itemId: 'item 7' });
    });
  });

  it('A claim that goes to its variant gets the next unit number if the buyer already has a claim with the same number there, except in older ledgers.', () => {
    const unitsAfter = (buyerId: string, item: string, distinctUnits: boolean): (number | undefined)[] => {
      const older = says(buyerId, claim(item, { variant: 'medium' }));
      addSizes(item, { M: 2 });
      const later = says(buyerId, claim(item, size('M')));
      const [id = ''] = ids(older);
      const times = { claimTime: older.ref, arrival: older.ref, secondsOnly: false };
      const intents = [{ ...claim(item), claimIds: [id] }];
      act({ kind: 'due', ref: older.ref, buyerId, ...times, intents, matches: { [id]: 'M' }, distinctUnits });
      return [...ids(older), ...ids(later)].map((claimId) => board.claim(claimId)?.unit);
    };
    expect(unitsAfter('ann', '7', true)).toEqual([2, 1]);
    expect(unitsAfter('bob', '8', false)).toEqual([1, 1]);
  });

  describe('under a limit', () => {
    beforeEach(() => {
      rules = { ...rules, repeatClaims: 'add' };
      addItem('13', 5);
      addSizes('9', { S: 5, M: 5 });
    });

    it('A comment makes no more pending claims than the limit allows.', () => {
      rules = { ...rules, maxUnitsPerItem: 2 };
      const ann = says('ann', claim('13', { qty: 5 }));
      expect(ids(ann)).toHaveLength(2);
      expect(due(ann).get('ann')?.outcomes).toMatchObject([{ quantity: 5, won: 2, outcome: 'winner' }]);
    });

    it('The item limit counts all variants when the claims are decided.', () => {
      rules = { ...rules, maxUnitsPerItem: 2 };
      const ann = says('ann', claim('9', { ...size('S'), qty: 2 }), claim('9', size('M')));
      expect(
        due(ann)
          .get('ann')
          ?.outcomes.map(({ outcome }) => outcome),
      ).toEqual(['winner', 'over_limit']);
      expect(statuses(ann)).toEqual(['winner', 'winner', 'released']);
    });

    it("When a comment in review is accepted, limits count the buyer's pending claims.", () => {
      rules = { ...rules, maxUnitsPerItem: 1 };
      const ann = says('ann', claim('9', size('S')));
      expect(accepts('ann', claim('9', size('M')))).toBe('over_limit');
      rules = { ...rules, maxUnitsPerItem: 0, maxUnitsPerShow: 1 };
      expect(accepts('ann', claim('13'))).toBe('over_limit');
      expect(accepts('bob', claim('13'))).toBe('winner');
      due(ann);
      expect(statuses(ann)).toEqual(['winner']);
    });

    it('An accepted claim that repeats a pending claim is a duplicate, and an accepted pass ends the pending claim.', () => {
      rules = { ...rules, repeatClaims: 'ignore' };
      const ann = says('ann', claim('13'));
      expect(accepts('ann', claim('13'))).toBe('duplicate_user');
      expect(accepts('ann', pass('13'))).toBe('passed');
      expect(statuses(ann)).toEqual(['passed']);
      expect(due(ann).get('ann')?.outcome).toBe('passed');
    });
  });

  it('A release cannot be undone if the buyer has since claimed the same unit again.', () => {
    const ann = says('ann', claim('12'));
    const [claimId = ''] = ids(ann);
    act({ kind: 'release', claimId });
    says('ann', claim('12'));
    const restore = [{ claimId, status: 'pending' as const }];
    const undo = (): Decision[] => act({ kind: 'undo', itemKey: '12', total: null, restore, idle: 0 });
    expect(undo).toThrow(AllocationRefused);
  });
});
