import { board, claim, comment, decide, item, NOON, START, type State } from '../../../../test/policy-board';
import { AllocationRefused, type CommentInput, type Decision, DEFAULT_POLICY, type Input } from '.';
import { firstComeAfterLine } from './first-come.policy';

const HOUR = 3_600_000;

const state = (overrides: Partial<State> = {}): State => board(DEFAULT_POLICY, overrides);

let refs = 0;
const says = (
  buyerId: string,
  act: 'claim' | 'pass' | 'waitlist' = 'claim',
  overrides: Partial<CommentInput> = {},
): CommentInput => ({
  ...comment(refs++, buyerId),
  claimTime: NOON,
  arrival: NOON,
  intents: [{ act, item: '12', qty: 1 }],
  claimIds: [`new-${buyerId}`],
  ...overrides,
});

const outcomes = (decisions: Decision[]): string[] =>
  decisions.flatMap((decision) => (decision.kind === 'comment' ? [decision.outcome] : []));

describe('Allocation', () => {
  it('The unit goes to the first buyer by claim time, not by arrival, and the others wait in line.', () => {
    const late = says('late', 'claim', { claimTime: START + 900, arrival: START + 5000 });
    const early = says('early', 'claim', { claimTime: START + 100, arrival: START + 6000 });
    const decisions = decide(state(), [late, early]);
    expect(
      decisions.filter((d) => d.kind === 'created').map((d) => [d.claim.buyerId, d.claim.status, d.position]),
    ).toEqual([
      ['early', 'winner', null],
      ['late', 'waitlist', 1],
    ]);
  });

  it('Arrival decides between equal claim times.', () => {
    const decisions = decide(state(), [
      says('b', 'claim', { arrival: START + 1001, claimTime: START }),
      says('a', 'claim', { arrival: START + 1002, claimTime: START }),
    ]);
    expect(decisions.filter((d) => d.kind === 'created')[0]).toMatchObject({
      claim: { buyerId: 'b', status: 'winner' },
    });
  });

  it('A claim time later than the arrival is replaced by the arrival.', () => {
    const future = says('future', 'claim', { claimTime: START + HOUR, arrival: START + 100 });
    expect(decide(state(), [says('now'), future]).filter((d) => d.kind === 'created')[0]).toMatchObject({
      claim: { buyerId: 'future', claimTime: START + 100 },
    });
  });

  describe('When a unit is free, a buyer who asked only to wait', () => {
    const backup = () => ({
      items: [item({ waiting: 1, lastPlace: 1 })],
      claims: [claim('backup', { status: 'waitlist', place: 1, queueOnly: true })],
    });

    it('does not keep the unit from others.', () => {
      expect(
        decide(state(backup()), [says('ann'), says('bob')]).filter((d) => d.kind === 'created'),
      ).toMatchObject([
        { claim: { buyerId: 'ann', status: 'winner' }, why: { rule: 'unit_left', unitsLeft: 1, ahead: 1 } },
        { claim: { buyerId: 'bob', status: 'waitlist', place: 2 }, why: { rule: 'no_unit_left', ahead: 1 } },
      ]);
    });

    it('wins the unit by asking for it outright, and the waiting claim becomes the winner.', () => {
      expect(decide(state(backup()), [says('backup')])).toMatchObject([
        {
          kind: 'comment',
          outcome: 'winner',
          outcomes: [{ outcome: 'winner', won: 1, claimIds: ['claim-backup'] }],
        },
        { kind: 'moved', claimId: 'claim-backup', to: 'winner', why: { rule: 'asked_outright' } },
      ]);
    });

    it('does not win the unit if the policy does not serve buyers who ask outright.', () => {
      const policy = { ...DEFAULT_POLICY, servesOutright: false };
      expect(outcomes(decide(state({ ...backup(), policy }), [says('backup')]))).toEqual(['duplicate_user']);
    });

    it('keeps their place in line if another buyer asks for the unit first.', () => {
      const decisions = decide(state(backup()), [says('ann'), says('backup'), says('ann', 'pass')]);
      expect(outcomes(decisions)).toEqual(['winner', 'duplicate_user', 'passed']);
      expect(decisions.at(-1)).toMatchObject({ kind: 'freed', promoted: { claimId: 'claim-backup' } });
    });

    it('keeps the unit from others under version 2 of the policy, even after asking for it.', () => {
      const decisions = decide(state({ ...backup(), policy: firstComeAfterLine }), [
        says('backup'),
        says('ann'),
      ]);
      expect(outcomes(decisions)).toEqual(['duplicate_user', 'waitlist']);
      expect(decisions.at(-1)).toMatchObject({ kind: 'created', why: { rule: 'someone_waiting', ahead: 1 } });
    });
  });

  it('The comment "backup" joins the line without taking the free unit.', () => {
    expect(decide(state(), [says('ann', 'waitlist')])[1]).toMatchObject({
      claim: { status: 'waitlist', queueOnly: true },
    });
  });

  it('A passed unit goes to the first buyer in line in the same decision.', () => {
    const claims = [
      claim('holder'),
      claim('w2', { status: 'waitlist', place: 2 }),
      claim('w1', { status: 'waitlist', place: 1 }),
    ];
    const decisions = decide(state({ items: [item({ claimed: 1, waiting: 2, lastPlace: 2 })], claims }), [
      says('holder', 'pass'),
    ]);
    expect(decisions[1]).toMatchObject({
      kind: 'freed',
      to: 'passed',
      promoted: { claimId: 'claim-w1' },
      counts: { claimed: 1, waiting: 1 },
    });
  });

  it('A viewer who passed can claim again, at the end of the line.', () => {
    const claims = [claim('holder'), claim('w1', { status: 'waitlist', place: 1 })];
    const initial = state({ items: [item({ claimed: 1, waiting: 1, lastPlace: 1 })], claims });
    const decisions = decide(initial, [
      says('holder', 'pass', { claimTime: NOON + 1, arrival: NOON + 1 }),
      says('holder', 'claim', { claimTime: NOON + 2, arrival: NOON + 2 }),
    ]);
    expect(outcomes(decisions)).toEqual(['passed', 'waitlist']);
  });

  it('A buyer who already has a claim on the item does not get a second one.', () => {
    expect(
      outcomes(decide(state({ claims: [claim('ann')], items: [item({ claimed: 1 })] }), [says('ann')])),
    ).toEqual(['duplicate_user']);
  });

  it.each([
    ['a millisecond before the start', START - 1, false, 'outside_show'],
    ['at the start', START, false, 'winner'],
    ['at the end', START + HOUR, false, 'outside_show'],
    ['in the same second as the start, if the time has no milliseconds', START - 500, true, 'winner'],
    ['in the second before the start, if the time has no milliseconds', START - 1000, true, 'outside_show'],
    ['in the same second as the end, if the time has no milliseconds', START + HOUR - 1, true, 'winner'],
  ])("The show's spans decide the outcome of a comment made %s.", (_, claimTime, secondsOnly, outcome) => {
    const initial = state({ spans: [[START, START + HOUR]], ended: true });
    expect(
      outcomes(decide(initial, [says('ann', 'claim', { claimTime, secondsOnly, arrival: START + HOUR })])),
    ).toEqual([outcome]);
  });

  it('A claim written in time but delivered more than ten minutes after the end goes to review.', () => {
    const initial = state({ spans: [[START, START + HOUR]], ended: true });
    const at = (minutes: number): CommentInput =>
      says('ann', 'claim', { claimTime: START + 1, arrival: START + HOUR + minutes * 60_000 });
    expect(outcomes(decide(initial, [at(10)]))).toEqual(['winner']);
    expect(outcomes(decide(initial, [at(10.001)]))).toEqual(['review']);
  });

  it('A comment by the host claims nothing, and a comment about the item on screen goes to review.', () => {
    expect(outcomes(decide(state(), [says('host', 'claim', { byHost: true })]))).toEqual(['host']);
    expect(
      outcomes(
        decide(state(), [says('ann', 'claim', { intents: [{ act: 'claim', item: '@current', qty: 1 }] })]),
      ),
    ).toEqual(['review']);
  });

  it('Added units go to the line first, and the quantity cannot fall below the number of units won.', () => {
    const claims = [
      claim('w1', { status: 'waitlist', place: 1 }),
      claim('w2', { status: 'waitlist', place: 2 }),
    ];
    const initial = state({ items: [item({ claimed: 1, waiting: 2, lastPlace: 2 })], claims });
    const moved = decide(initial, [{ kind: 'quantity', itemKey: '12', total: 2 }]).filter(
      (d) => d.kind === 'moved',
    );
    expect(moved).toMatchObject([
      { claimId: 'claim-w1', to: 'winner', counts: { total: 2, claimed: 2, waiting: 1 } },
    ]);
    expect(() =>
      decide(state({ items: [item({ total: 3, claimed: 2 })] }), [
        { kind: 'quantity', itemKey: '12', total: 1 },
      ]),
    ).toThrow(AllocationRefused);
  });

  it('Units freed by an undo go to the line, except units that were idle before the undone act.', () => {
    const waiting = claim('backup', { status: 'waitlist', place: 1, queueOnly: true });
    const initial = state({
      items: [item({ total: 3, claimed: 1, waiting: 1, lastPlace: 1 })],
      claims: [claim('awarded'), waiting],
    });
    const decideUndo = (idle: number) =>
      decide(initial, [
        {
          kind: 'undo',
          itemKey: '12',
          total: null,
          idle,
          restore: [{ claimId: 'claim-awarded', status: 'released' }],
        },
      ]);
    expect(decideUndo(3).map(({ kind }) => kind)).toEqual(['freed']);
    expect(decideUndo(0)).toMatchObject([
      { kind: 'freed' },
      { kind: 'moved', claimId: 'claim-backup', to: 'winner' },
    ]);
  });

  it('A unit that was idle before the undone act goes to a buyer who later joined the line and asked outright.', () => {
    const line = [
      claim('backup', { status: 'waitlist', place: 1, queueOnly: true }),
      claim('ann', { status: 'waitlist', place: 2 }),
    ];
    const initial = state({
      items: [item({ claimed: 1, waiting: 2, lastPlace: 2 })],
      claims: [claim('awarded'), ...line],
    });
    const undo: Input = {
      kind: 'undo',
      itemKey: '12',
      total: null,
      idle: 1,
      restore: [{ claimId: 'claim-awarded', status: 'released' }],
    };
    expect(decide(initial, [undo])).toMatchObject([
      { kind: 'freed' },
      { kind: 'moved', claimId: 'claim-ann', to: 'winner', why: { rule: 'unit_freed' } },
    ]);
    expect(decide({ ...initial, policy: firstComeAfterLine }, [undo])).toMatchObject([{ kind: 'freed' }]);
  });

  it('Unmatched claims are allocated in order of claim time when the item is added.', () => {
    const claims = [
      claim('b', { status: 'unmatched', itemId: null, claimTime: START + 2 }),
      claim('a', { status: 'unmatched', itemId: null, claimTime: START + 1 }),
    ];
    expect(
      decide(state({ claims }), [{ kind: 'item_appears', itemKey: '12' }]).map(
        (d) => d.kind === 'moved' && [d.claimId, d.to],
      ),
    ).toEqual([
      ['claim-a', 'winner'],
      ['claim-b', 'waitlist'],
    ]);
  });

  it('Deciding does not change the initial state.', () => {
    const { policy, ...initial } = state({ claims: [claim('ann')], items: [item({ claimed: 1 })] });
    const before = structuredClone(initial);
    decide({ ...initial, policy }, [says('ann', 'pass'), says('bob')]);
    expect(initial).toEqual(before);
  });
});
