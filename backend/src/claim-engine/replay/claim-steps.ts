import type { Claim, ClaimStatus } from '@sellary/contracts';
import type { Decision } from '../domain/allocation';

/** A ledger row about a claim, as decided or as recorded, in text form. */
type ClaimStep = string;
const stepOf = (type: string, claimId: string, status: ClaimStatus, promoted?: string): ClaimStep =>
  `${type} ${claimId} ${status}${promoted === undefined ? '' : ` +${promoted}`}`;

/** Compares the claim rows that follow from the decisions with those of the ledger, in order. */
export class ClaimSteps {
  /** Decided steps whose rows have not been reached yet. */
  private expected: ClaimStep[] = [];

  /** Expects these decisions' rows next. */
  expect(decisions: readonly Decision[]): void {
    for (const decision of decisions) {
      if (decision.kind === 'created') {
        this.expected.push(stepOf('claim.created', decision.claim.id, decision.claim.status));
      }
      if (decision.kind === 'moved') this.expectUpdate(decision.claimId, decision.to);
      if (decision.kind === 'freed') {
        this.expected.push(
          stepOf('claim.released', decision.claimId, decision.to, decision.promoted?.claimId),
        );
      }
    }
  }

  /** Expects a `claim.updated` row for this claim next. */
  expectUpdate(claimId: string, status: ClaimStatus): void {
    this.expected.push(stepOf('claim.updated', claimId, status));
  }

  /** @returns the difference between a row and the expected step, as text */
  compare(
    { seq, type }: { seq: number; type: string },
    { claim, promotedClaim }: { claim: Claim; promotedClaim?: Claim },
  ): string[] {
    const recorded = stepOf(type, claim.id, claim.status, promotedClaim?.id);
    const decided = this.expected.shift();
    return recorded === decided
      ? []
      : [`row ${seq}: recorded "${recorded}", replayed "${decided ?? 'nothing'}"`];
  }

  /** @returns the expected steps that have no row, as text */
  compareEnd(): string[] {
    return this.expected.length === 0
      ? []
      : [`decided but not in the ledger: ${this.expected.slice(0, 5).join('; ')}`];
  }
}
