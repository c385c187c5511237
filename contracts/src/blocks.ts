import type { Actor } from './actors';
import type { Buyer } from './claims';

/** Effect on a blocked buyer's claims: an operator decides them, or they are refused. Passes still apply. */
export const BLOCKS = ['review', 'refuse'] as const;
export type Block = (typeof BLOCKS)[number];

/**
 * `PUT /api/buyers/:id/block`: blocks the buyer in all shows of the workspace, starting with the next
 * comment.
 */
export interface BlockBuyerRequest {
  block: Block;
  reason: string;
}

export interface BlockedBuyer {
  buyer: Buyer;
  block: Block;
  reason: string;
  by: Actor;
  at: string;
}

/** `GET /api/workspaces/:id/blocked-buyers`, latest block first. */
export interface BlockedBuyerList {
  blockedBuyers: BlockedBuyer[];
  nextCursor: string | null;
}
