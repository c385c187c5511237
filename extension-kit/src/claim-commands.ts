import type { AwardRequest, AwardResult, Claim, ReleaseResult } from '@sellary/contracts';

/**
 * The only way for an extension to change claims. An injection token: use it as the type of a constructor
 * parameter. Each command is an act by the extension, like an operator's act: the ledger and the audit log
 * record it with `{kind: 'extension', name}`, an operator can undo it, and it waits in the show's queue. A
 * repeated command changes nothing and returns the same result, so a follower may repeat it.
 *
 * A command commits on its own. It remains in effect even if the handler that awaited it then fails and
 * receives the same row again.
 *
 * Every method throws an error with a `code` if the product rejects the command: `NOT_FOUND`,
 * `ITEM_SOLD_OUT`, `INVALID_TRANSITION`, `HANDLE_AMBIGUOUS`, `VALIDATION_FAILED`. If a route or an action
 * does not catch the error, the user receives it.
 */
export abstract class ClaimCommands {
  /** Ends an active claim. A unit that it held goes to the next buyer in line. */
  abstract release(
    workspaceId: string,
    claimId: string,
    options?: { readonly notes?: string },
  ): Promise<ReleaseResult>;

  /** Gives a unit of an item to a buyer. If the buyer is waiting for the item, the waiting claim gets it. */
  abstract award(
    workspaceId: string,
    showId: string,
    itemId: string,
    request: AwardRequest,
  ): Promise<AwardResult>;

  /** Sets a claim's flag and note. A field left out does not change. */
  abstract annotate(
    workspaceId: string,
    claimId: string,
    change: { readonly flagged?: boolean; readonly operatorNotes?: string | null },
  ): Promise<Claim>;
}
