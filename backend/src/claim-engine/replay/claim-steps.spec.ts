import type { Claim } from '@sellary/contracts';
import type { Decision } from '../domain/allocation';
import { ClaimSteps } from './claim-steps';

const claim = (id: string, status: Claim['status']): Claim => ({ id, status }) as Claim;
const freed = { kind: 'freed', claimId: 'ann', to: 'released', promoted: { claimId: 'bob' } } as Decision;

describe('Claim steps in a replay', () => {
  it('Rows that follow from the decisions, in the same order, have no differences.', () => {
    const steps = new ClaimSteps();
    steps.expectUpdate('eve', 'waitlist');
    steps.expect([freed]);
    const row = (type: string, data: { claim: Claim; promotedClaim?: Claim }): string[] =>
      steps.compare({ seq: 7, type }, data);
    expect([
      ...row('claim.updated', { claim: claim('eve', 'waitlist') }),
      ...row('claim.released', { claim: claim('ann', 'released'), promotedClaim: claim('bob', 'winner') }),
      ...steps.compareEnd(),
    ]).toEqual([]);
  });

  it('A different promoted claim, a row without a decision, and a decision without a row are differences.', () => {
    const steps = new ClaimSteps();
    steps.expect([freed]);
    expect(
      steps.compare(
        { seq: 7, type: 'claim.released' },
        { claim: claim('ann', 'released'), promotedClaim: claim('cat', 'winner') },
      ),
    ).toEqual([
      'row 7: recorded "claim.released ann released +cat", replayed "claim.released ann released +bob"',
    ]);
    expect(steps.compare({ seq: 8, type: 'claim.created' }, { claim: claim('dan', 'winner') })).toEqual([
      'row 8: recorded "claim.created dan winner", replayed "nothing"',
    ]);
    steps.expectUpdate('eve', 'waitlist');
    expect(steps.compareEnd()).toEqual(['decided but not in the ledger: claim.updated eve waitlist']);
  });
});
