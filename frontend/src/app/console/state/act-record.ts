import type { Actor, ClaimStatus, OperatorActName } from '@sellary/contracts';

/** The status of a claim before and after an act. */
export interface ActChange {
  claimId: string;
  before: ClaimStatus | null;
  after: ClaimStatus;
}

/** An operator's act, as the ledger records it. */
export interface ActRecord {
  readonly seq: number;
  readonly at: string;
  readonly by: Actor | null;
  readonly act: OperatorActName;
  readonly undoable: boolean;
  readonly itemId: string | null;
  readonly changes: readonly ActChange[];
  /** `seq` of the act that this one undid. */
  readonly undoes: number | null;
  /** Units before and after, of a quantity change. */
  readonly units: { before: number | null; after: number | null } | null;
}
