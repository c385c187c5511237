import type { Outcome } from '@sellary/contracts';
import type { Witness } from './witness';

/** Outcomes that callers received for the comments they sent. */
export class ReportedOutcomes {
  private readonly outcomes = new Map<string, (Outcome | 'duplicate')[]>();

  constructor(private readonly witness: Witness) {}

  /** @param outcome null if the response had none */
  record(commentId: string, outcome: Outcome | 'duplicate' | null, status: number): void {
    if (outcome === null) {
      return this.witness.reportDifference(`comment ${commentId} got no outcome (status ${status})`);
    }
    this.outcomes.set(commentId, [...(this.outcomes.get(commentId) ?? []), outcome]);
  }

  /** Reports each comment whose outcome on arrival was not received by exactly one caller. */
  compare(): void {
    for (const [commentId, reported] of this.outcomes) {
      const decided = reported.filter((outcome) => outcome !== 'duplicate');
      const known = this.witness.oracle.outcomes.find((outcome) => outcome.commentId === commentId)?.first;
      if (decided.length !== 1 || decided[0] !== known) {
        this.witness.reportDifference(
          `callers received ${reported.join(', ')} for ${commentId}; it was ${known ?? 'never stored'}`,
        );
      }
    }
  }
}
