import type { Actor, ClaimStatus, OperatorActName } from '@sellary/contracts';

/** How a claim stood before and after an act. */
export interface ActChange {
  claimId: string;
  before: ClaimStatus | null;
  after: ClaimStatus;
}

/** What an operator did, as the ledger has it. */
export interface ActRecord {
  readonly seq: number;
  readonly at: string;
  readonly by: Actor | null;
  readonly act: OperatorActName;
  readonly undoable: boolean;
  readonly itemId: string | null;
  readonly changes: readonly ActChange[];
  /** The act that this one took back. */
  readonly undoes: number | null;
  /** Units before and after, of a quantity change. */
  readonly units: { before: number | null; after: number | null } | null;
}
