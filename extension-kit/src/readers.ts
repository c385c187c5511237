import type {
  Buyer,
  BuyerLine,
  Claim,
  ClaimStatus,
  Comment,
  Item,
  Outcome,
  Show,
  ShowStatus,
} from '@sellary/contracts';

/** A part of a list. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** `cursor` of the next page; null on the last one. */
  readonly nextCursor: string | null;
}

/** The requested part of a list. */
export interface PageRequest {
  /** Maximum number of rows, 1 to 200; 50 if left out. */
  readonly limit?: number;
  /** `nextCursor` of the page before; left out for the first page. */
  readonly cursor?: string;
}

/**
 * Reads shows, their items, claims, comments, and buyers. An injection token: name it as the type of a
 * constructor parameter. Every method reads one workspace, and treats a show of another workspace as not
 * existing. A `limit` or `cursor` that is not valid is refused with an error that a route returns as 400.
 */
export abstract class ShowReader {
  /** Lists the shows of a workspace, newest first. */
  abstract list(
    workspaceId: string,
    request?: PageRequest & { readonly status?: ShowStatus },
  ): Promise<Page<Show>>;

  /** @returns the show with its items in the operator's order; null if the workspace has no such show */
  abstract get(
    workspaceId: string,
    showId: string,
  ): Promise<(Show & { readonly items: readonly Item[] }) | null>;

  /**
   * Lists the claims of a show, newest first. A show that does not exist has none. `item` is the id or the
   * number of an item; `buyer` is the id or the handle of a buyer; `active` limits the list to claims that
   * hold a unit or a place.
   */
  abstract claims(
    workspaceId: string,
    showId: string,
    request?: PageRequest & {
      readonly status?: ClaimStatus;
      readonly active?: boolean;
      readonly item?: string;
      readonly buyer?: string;
    },
  ): Promise<Page<Claim>>;

  /** @returns null if the workspace has no such claim */
  abstract claim(workspaceId: string, claimId: string): Promise<Claim | null>;

  /** Lists the comments of a show, newest first. A show that does not exist has none. */
  abstract comments(
    workspaceId: string,
    showId: string,
    request?: PageRequest & { readonly outcome?: Outcome },
  ): Promise<Page<Comment>>;

  /**
   * Lists the buyers of a show who won or wait, by handle, with what they won. `won` limits the list to
   * winners. A show that does not exist has none.
   */
  abstract buyers(
    workspaceId: string,
    showId: string,
    request?: PageRequest & { readonly won?: boolean },
  ): Promise<Page<BuyerLine>>;
}

/**
 * Reads the buyers of a workspace, across its shows. An injection token: name it as the type of a constructor
 * parameter. A viewer whose data was erased is no longer found.
 */
export abstract class BuyerReader {
  /** @returns null if the workspace has no such buyer */
  abstract get(workspaceId: string, buyerId: string): Promise<Buyer | null>;

  /**
   * Lists the buyers of a workspace by handle. `q` limits the list to handles and names that contain it,
   * without regard to case.
   */
  abstract list(workspaceId: string, request?: PageRequest & { readonly q?: string }): Promise<Page<Buyer>>;

  /** Lists the claims of a buyer in all shows, newest first. A buyer who does not exist has none. */
  abstract claims(
    workspaceId: string,
    buyerId: string,
    request?: PageRequest & { readonly status?: ClaimStatus },
  ): Promise<Page<Claim>>;
}
