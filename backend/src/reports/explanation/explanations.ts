import { Injectable } from '@nestjs/common';
import type { Claim, ClaimExplanation } from '@sellary/contracts';
import { ClaimReads } from '../../claim-engine';
import { BOUNDED_READ, Clock, readLedgerAbout, type Reader, Transactions } from '../../kernel';
import { currentSteps, stepsOf } from './steps';
import { sentencesOf } from './sentences';

/** Maximum number of rows about one claim. Each act on a claim writes two or three rows. */
const MAX_ROWS = 1_000;
const EVENT_TYPES = [
  'comment.received',
  'claim.created',
  'claim.updated',
  'claim.released',
  'operator.act',
  'comment.updated',
] as const;

/**
 * Explains why a claim has its status and place. The API, the console, and the evidence all get their
 * explanations here.
 */
@Injectable()
export class Explanations {
  constructor(
    private readonly transactions: Transactions,
    private readonly claims: ClaimReads,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads one database snapshot.
   * @throws ApiError NOT_FOUND, UNAVAILABLE if it takes too long
   */
  explain(workspaceId: string, claimId: string, timeZone = 'UTC'): Promise<ClaimExplanation> {
    return this.transactions.snapshot((tx) => this.read(tx, workspaceId, claimId, timeZone), BOUNDED_READ);
  }

  /** Explains the claim as `explain` does, in the caller's snapshot. */
  async read(tx: Reader, workspaceId: string, claimId: string, timeZone: string): Promise<ClaimExplanation> {
    const claim = await this.claims.claim(tx, workspaceId, claimId);
    const rows = await readLedgerAbout(tx, claim.showId, claimId, EVENT_TYPES, MAX_ROWS);
    const item = claim.itemId === null ? null : await this.claims.itemById(tx, claim.itemId);
    const stock = item?.variants?.find(({ name }) => name === claim.variant) ?? item;
    const isSoldOut = stock !== null && stock.claimedCount >= stock.totalQuantity;
    const lastUnitClaim = isSoldOut ? await this.lastUnitClaim(tx, workspaceId, claim) : null;
    const steps = [...stepsOf(claim, rows), ...currentSteps(claim, stock, lastUnitClaim, this.clock.iso())];
    const sentences = sentencesOf(claim, steps, timeZone);
    return { claim, steps, sentences, lastUnitClaimId: lastUnitClaim?.id ?? null, timeZone };
  }

  /** Another buyer's claim that won the last unit; null unless this claim is waiting. */
  private async lastUnitClaim(tx: Reader, workspaceId: string, claim: Claim): Promise<Claim | null> {
    if (claim.status !== 'waitlist') return null;
    const [row] = await tx.query<{ id: string; buyerId: string }>(
      `SELECT w.id, w.buyer_id AS "buyerId" FROM claims c JOIN claims w ON w.item_id = c.item_id AND w.item_key = c.item_key AND w.status = 'winner'
       WHERE c.id = $1 ORDER BY w.won_seq DESC LIMIT 1`,
      [claim.id],
    );
    if (row === undefined || row.buyerId === claim.buyer.id) return null;
    return this.claims.claim(tx, workspaceId, row.id);
  }
}
