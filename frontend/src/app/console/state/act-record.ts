import type { Actor, ClaimChange, OperatorActName } from '@sellary/contracts';

/** An operator's act, as the ledger records it. */
export interface ActRecord {
  readonly seq: number;
  readonly at: string;
  readonly by: Actor | null;
  readonly act: OperatorActName;
  readonly undoable: boolean;
  readonly itemId: string | null;
  readonly changes: readonly ClaimChange[];
  /** `seq` of the act that an undo reversed, or null for other acts. */
  readonly undoes: number | null;
  /** Number of comments that the act resolved. */
  readonly comments: number;
  /** Items that the act added. */
  readonly added: readonly { readonly id: string; readonly itemKey: string }[];
  /** Units before and after a quantity change. */
  readonly units: { before: number; after: number } | null;
}
