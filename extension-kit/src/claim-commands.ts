import type { AwardRequest, AwardResult, Claim, ReleaseResult } from '@sellary/contracts';

/**
 * The only way in which an extension changes claims. An injection token: name it as the type of a constructor
 * parameter. Each command is an act of the extension, like an act of an operator: the ledger and the audit
 * log record it with `{kind: 'extension', name}`, an operator can undo it, and it waits in the queue of its
 * show. A repeated command changes nothing and returns the same result, so that a follower may repeat it.
 *
 * A command commits on its own. It stays in effect if the handler that awaits it then fails and gets the same row
 * again.
 *
 * Every method throws an error with a `code` if the product refuses: `NOT_FOUND`, `ITEM_SOLD_OUT`,
 * `INVALID_TRANSITION`, `HANDLE_AMBIGUOUS`, `VALIDATION_FAILED`. A route or an action that does not catch it
 * returns it to the user.
 */
export abstract class ClaimCommands {
  /** Ends an active claim. A unit that it held goes to the next buyer in line. */
  abstract release(
    workspaceId: string,
    claimId: string,
    options?: { readonly notes?: string },
  ): Promise<ReleaseResult>;

  /** Gives a unit of an item to a buyer. If the buyer waits for the item, the waiting claim gets it. */
  abstract award(
    workspaceId: string,
    showId: string,
    itemId: string,
    request: AwardRequest,
  ): Promise<AwardResult>;

  /** Sets the flag and the note of a claim. A field that is left out stays as it is. */
  abstract annotate(
    workspaceId: string,
    claimId: string,
    change: { readonly flagged?: boolean; readonly operatorNotes?: string | null },
  ): Promise<Claim>;
}
