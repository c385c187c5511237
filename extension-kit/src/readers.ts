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
  /** `nextCursor` from the previous page; left out for the first page. */
  readonly cursor?: string;
}

/**
 * Reads shows, their items, claims, comments, and buyers. An injection token: use it as the type of a
 * constructor parameter. Every method reads one workspace, and treats another workspace's show as if it did
 * not exist. An invalid `limit` or `cursor` causes an error, which a route returns as 400.
 */
export abstract class ShowReader {
  /** Lists a workspace's shows, newest first. */
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
   * Lists a show's claims, newest first. A show that does not exist has none. `item` is an item's id or
   * number; `buyer` is a buyer's id or handle; `active` limits the list to claims with a unit or a place in
   * line.
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

  /** Lists a show's comments, newest first. A show that does not exist has none. */
  abstract comments(
    workspaceId: string,
    showId: string,
    request?: PageRequest & { readonly outcome?: Outcome },
  ): Promise<Page<Comment>>;

  /**
   * Lists a show's buyers who won or are waiting, by handle, with what they won. `won` limits the list to
   * winners. A show that does not exist has none.
   */
  abstract buyers(
    workspaceId: string,
    showId: string,
    request?: PageRequest & { readonly won?: boolean },
  ): Promise<Page<BuyerLine>>;
}

/**
 * Reads a workspace's buyers across its shows. An injection token: use it as the type of a constructor
 * parameter. A viewer whose data was erased is no longer found.
 */
export abstract class BuyerReader {
  /** @returns null if the workspace has no such buyer */
  abstract get(workspaceId: string, buyerId: string): Promise<Buyer | null>;

  /**
   * Lists a workspace's buyers by handle. `q` limits the list to buyers whose handle or name contains it,
   * ignoring case.
   */
  abstract list(workspaceId: string, request?: PageRequest & { readonly q?: string }): Promise<Page<Buyer>>;

  /** Lists a buyer's claims in all shows, newest first. A buyer who does not exist has none. */
  abstract claims(
    workspaceId: string,
    buyerId: string,
    request?: PageRequest & { readonly status?: ClaimStatus },
  ): Promise<Page<Claim>>;
}
