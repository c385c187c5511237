import { Injectable } from '@nestjs/common';
import type { Claim, ClaimExplanation } from '@sellary/contracts';
import { ClaimReads } from '../../claim-engine';
import { BOUNDED_READ, Clock, readLedgerAbout, type Reader, Transactions } from '../../kernel';
import { presentOf, stepsOf } from './steps';
import { sentencesOf } from './sentences';

/** Rows about one claim: each act on it writes two or three. */
const MAX_ROWS = 1_000;
const MOVING = [
  'claim.created',
  'claim.updated',
  'claim.released',
  'operator.act',
  'comment.updated',
] as const;

/** Explains why a claim has its status and its place: the only place that does, for API, console, and evidence. */
@Injectable()
export class Explanations {
  constructor(
    private readonly transactions: Transactions,
    private readonly claims: ClaimReads,
    private readonly clock: Clock,
  ) {}

  /** One database snapshot. @throws ApiError NOT_FOUND, UNAVAILABLE if it takes too long */
  explain(workspaceId: string, claimId: string, timeZone = 'UTC'): Promise<ClaimExplanation> {
    return this.transactions.snapshot((tx) => this.read(tx, workspaceId, claimId, timeZone), BOUNDED_READ);
  }

  /** The same inside the caller's snapshot. */
  async read(tx: Reader, workspaceId: string, claimId: string, timeZone: string): Promise<ClaimExplanation> {
    const claim = await this.claims.claim(tx, workspaceId, claimId);
    const rows = await readLedgerAbout(tx, claim.showId, claimId, MOVING, MAX_ROWS);
    const item = claim.itemId === null ? null : await this.claims.itemById(tx, claim.itemId);
    const last = await this.lastUnit(tx, workspaceId, claim);
    const steps = [...stepsOf(claim, rows), ...presentOf(claim, item, last, this.clock.iso())];
    const sentences = sentencesOf(claim, steps, timeZone);
    return { claim, steps, sentences, lastUnitClaimId: last?.id ?? null, timeZone };
  }

  /** The claim that won the last unit, if this one waits for it. */
  private async lastUnit(tx: Reader, workspaceId: string, claim: Claim): Promise<Claim | null> {
    if (claim.status !== 'waitlist' || claim.itemId === null) return null;
    const [last] = await tx.query<{ id: string }>(
      `SELECT id FROM claims WHERE item_id = $1 AND status = 'winner' AND buyer_id <> $2 ORDER BY won_seq DESC LIMIT 1`,
      [claim.itemId, claim.buyer.id],
    );
    return last === undefined ? null : this.claims.claim(tx, workspaceId, last.id);
  }
}
