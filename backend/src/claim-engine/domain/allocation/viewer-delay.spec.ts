import { DEFAULT_RULES, type Outcome } from '@sellary/contracts';
import { board, claim, comment, decide, NOON, soldOut, waiting } from '../../../../test/policy-board';
import { firstCome } from './first-come.policy';
import { type CommentInput, type Decision, viewerDelayMs } from './index';

const rules = { ...DEFAULT_RULES, viewerDelaySeconds: { facebook: 12, 'facebook/7': 2.5 } };
const says = (ref: number, buyerId: string, times: Partial<CommentInput>): CommentInput => ({
  ...comment(ref, buyerId),
  ...times,
});
const outcomes = (decisions: Decision[]): Record<number, Outcome> =>
  Object.fromEntries(
    decisions.flatMap((decision) => (decision.kind === 'comment' ? [[decision.ref, decision.outcome]] : [])),
  );

describe('Viewer delay', () => {
  it("A broadcast uses its own delay, or else its platform's delay, or else none.", () => {
    expect(viewerDelayMs(rules, { platform: 'facebook', liveId: '7' })).toBe(2_500);
    expect(viewerDelayMs(rules, { platform: 'facebook', liveId: '8' })).toBe(12_000);
    expect(viewerDelayMs(rules, { platform: 'instagram', liveId: '7' })).toBe(0);
  });

  it('The buyer who reacted first to what they saw wins, even though their comment was written later.', () => {
    const late = says(0, 'ann', { claimTime: NOON + 10_000, arrival: NOON + 10_000, viewerDelay: 9_000 });
    const prompt = says(1, 'bob', { claimTime: NOON + 2_000, arrival: NOON + 10_000 });
    expect(outcomes(decide(board(firstCome), [prompt, late]))).toEqual({ 0: 'winner', 1: 'waitlist' });
  });

  it('The claim time, not the fair time, decides whether a comment was written during the show.', () => {
    const early = says(0, 'ann', { claimTime: NOON + 1, arrival: NOON + 1, viewerDelay: 9_000 });
    expect(outcomes(decide(board(firstCome), [early]))).toEqual({ 0: 'winner' });
  });

  it('An accepted comment is placed before the first waiting claim with a later fair time.', () => {
    const times = { claimTime: NOON + 5_000, arrival: NOON + 5_000 };
    const state = board(firstCome, {
      items: soldOut.items,
      claims: [
        { ...waiting('bob', 1), ...times, fairTime: NOON + 1_000 },
        { ...waiting('cat', 2), ...times, fairTime: NOON + 2_000 },
      ],
    });
    const decisions = decide(state, [
      {
        kind: 'accept',
        ref: 0,
        buyerId: 'ann',
        claimIds: ['claim-ann'],
        claimTime: NOON + 10_500,
        viewerDelay: 9_000,
        arrival: NOON + 11_000,
        intents: [{ act: 'claim', item: '12', qty: 1 }],
      },
    ]);
    expect(decisions).toContainEqual(
      expect.objectContaining({
        kind: 'created',
        position: 2,
        claim: expect.objectContaining({ fairTime: NOON + 1_500 }) as object,
      }),
    );
  });

  it('Unmatched claims are matched to their item in order of fair time.', () => {
    const unmatched = (buyerId: string, claimTime: number, fairTime: number) =>
      claim(buyerId, { itemId: null, status: 'unmatched', claimTime, fairTime, arrival: NOON + 20_000 });
    const state = board(firstCome, {
      claims: [unmatched('ann', NOON + 1_000, NOON + 1_000), unmatched('bob', NOON + 9_000, NOON)],
    });
    const moved = decide(state, [{ kind: 'item_appears', itemKey: '12' }]);
    expect(moved.map((decision) => decision.kind === 'moved' && [decision.claimId, decision.to])).toEqual([
      ['claim-bob', 'winner'],
      ['claim-ann', 'waitlist'],
    ]);
  });
});
