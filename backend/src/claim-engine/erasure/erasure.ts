import { Injectable } from '@nestjs/common';
import type { EraseViewerRequest, ErasureResult, PlatformId } from '@sellary/contracts';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { actorOf, auditedBy, type Principal } from '../../auth';
import {
  ApiError,
  Clock,
  findLedgerRows,
  poolReader,
  type Reader,
  recordAudit,
  redactAudit,
  redactLedgerRows,
  Transactions,
} from '../../kernel';
import { readLastSeqs, ShowTransactions } from '../../shows';
import { ErasureParticipants } from './erasure-participants';
import { LinkedRecords } from './linked-records';
import { redactChange, redactComments } from './erasure-rows';
import { ERASED_NAME, erasedUserId, mentions, redact, type Subject } from './redaction';

/** A show that ended this long ago no longer accepts delayed comments. */
const STILL_ARRIVING_MS = 24 * 3_600_000;
const RETRY_AFTER_S = 60;

/**
 * Erases a viewer from a workspace's data on request: one show at a time, each in its own transaction under
 * its lock. Decisions stay provable, because the hash chain is intact and a replay finds no differences. The
 * replay reports the number of redacted rows. The next request continues an interrupted erasure. Other
 * people's comments are kept, even if they name the viewer.
 */
@Injectable()
export class Erasure {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly showTransactions: ShowTransactions,
    private readonly clock: Clock,
    private readonly participants: ErasureParticipants,
    private readonly records: LinkedRecords,
  ) {}

  /** True if the workspace has viewers of the platform, whose extension may no longer be loaded. */
  async hasViewersOf(workspaceId: string, platform: PlatformId): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM buyers WHERE workspace_id = $1 AND platform = $2 LIMIT 1',
      [workspaceId, platform],
    );
    return rows.length > 0;
  }

  /**
   * Erases the viewer. Returns zeros if none of the viewer's data is stored, so a second call also returns
   * zeros.
   * @throws ApiError NOT_FOUND for another workspace; UNAVAILABLE if all stored data was erased, but comments
   * by the viewer were being read during the erasure
   */
  async erase(principal: Principal, workspaceId: string, viewer: EraseViewerRequest): Promise<ErasureResult> {
    if (workspaceId !== principal.workspaceId) throw ApiError.notFound('workspace');
    const total: ErasureResult = { shows: 0, comments: 0, claims: 0, events: 0 };
    // A reader may store the comments that it holds now before the erasure ends, with the viewer's name.
    const heldAtStart = await this.participants.dropUndecided(workspaceId, viewer);
    const buyerIds = await this.begin(workspaceId, viewer);
    for (const buyerId of buyerIds) {
      let subjectInAllShows: Subject = { buyerIds: new Set([buyerId]), claimIds: new Set() };
      for (const showId of await this.showsToVisit(workspaceId, buyerId)) {
        const part = await this.eraseFrom(principal, showId, buyerId).catch(nothingIfPurged);
        total.shows += part.comments + part.claims + part.events > 0 ? 1 : 0;
        for (const count of ['comments', 'claims', 'events'] as const) total[count] += part[count];
        const subject = await subjectIn(poolReader(this.dataSource), showId, buyerId);
        subjectInAllShows = {
          buyerIds: new Set([...subjectInAllShows.buyerIds, ...subject.buyerIds]),
          claimIds: new Set([...subjectInAllShows.claimIds, ...subject.claimIds]),
        };
      }
      await this.participants.redactCopies(workspaceId, {
        isNamedIn: (json) => mentions(json, subjectInAllShows),
        redact: (value) => redact(value, subjectInAllShows),
      });
    }
    await this.finish(principal, viewer.platform, buyerIds, total);
    const heldAtEnd = await this.participants.dropUndecided(workspaceId, viewer);
    throwIfHeld(Math.max(heldAtStart, heldAtEnd));
    return total;
  }

  /**
   * Removes the name and platform id from the buyer, so that later comments belong to a new buyer. Until the
   * erasure is finished, the row keeps a hash of the former id, so that an interrupted erasure can continue.
   * The buyer is not marked as hidden, because if a hidden buyer's comment is delivered again, the buyer's
   * name would be restored.
   */
  private async begin(
    workspaceId: string,
    { platform, platformUserId }: EraseViewerRequest,
  ): Promise<string[]> {
    const mark = `erasing:${createHash('sha256').update(`${workspaceId}\n${platform}\n${platformUserId}`).digest('hex')}:`;
    return this.transactions.run(async (tx) => {
      // Runs before the first lock on a buyer, because code that links buyers locks in the same order.
      await this.records.erase(tx, workspaceId, await buyersOf(tx, workspaceId, platform, platformUserId));
      await tx.query(
        `UPDATE buyers SET platform_user_id = $4 || id, handle = $5, display_name = $5, hidden = false, updated_at = $6,
           block = NULL, block_reason = NULL, blocked_by = NULL, blocked_at = NULL
         WHERE workspace_id = $1 AND platform = $2 AND platform_user_id = $3`,
        [workspaceId, platform, platformUserId, mark, ERASED_NAME, this.clock.iso()],
      );
      const rows = await tx.query<{ id: string }>(
        'SELECT id FROM buyers WHERE workspace_id = $1 AND platform = $2 AND starts_with(platform_user_id, $3)',
        [workspaceId, platform, mark],
      );
      return rows.map((row) => row.id);
    });
  }

  /**
   * Shows with the buyer's data, and shows in which a transaction may still be writing under the old name.
   * Locking such a show waits for that transaction.
   */
  private async showsToVisit(workspaceId: string, buyerId: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT s.id FROM shows s WHERE s.workspace_id = $1 AND (s.status IN ('active', 'paused') OR s.ended_at > $3
         OR EXISTS (SELECT 1 FROM comments m WHERE m.buyer_id = $2 AND m.show_id = s.id)
         OR EXISTS (SELECT 1 FROM claims c WHERE c.buyer_id = $2 AND c.show_id = s.id))
       ORDER BY s.created_at`,
      [workspaceId, buyerId, new Date(this.clock.now() - STILL_ARRIVING_MS)],
    );
    return rows.map((row) => row.id);
  }

  private async eraseFrom(
    principal: Principal,
    showId: string,
    buyerId: string,
  ): Promise<Omit<ErasureResult, 'shows'>> {
    // Most of a long ledger is read before the lock, so that a live show can continue.
    const pool = poolReader(this.dataSource);
    const lastSeq = (await readLastSeqs(pool, [showId])).get(showId) ?? 0;
    const knownSubject = await subjectIn(pool, showId, buyerId);
    const earlySeqs = await findLedgerRows(pool, showId, 0, (payload) => mentions(payload, knownSubject));
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const { tx } = show;
      await tx.raiseLimits();
      const subject = await subjectIn(tx, showId, buyerId);
      // The early scan may have reached some of these rows, but it did not know claims made after it began.
      const lateSeqs = await findLedgerRows(tx, showId, lastSeq, (payload) => mentions(payload, subject));
      const seqs = [...new Set([...earlySeqs, ...lateSeqs])];
      const events = await redactLedgerRows(tx, showId, seqs, (payload) => redact(payload, subject));
      const comments = await redactComments(tx, showId, subject);
      await tx.query(
        'UPDATE claims SET operator_notes = NULL WHERE id = ANY($1::uuid[]) AND operator_notes IS NOT NULL',
        [[...subject.claimIds]],
      );
      await tx.query(
        `UPDATE claims SET why = (why::jsonb - 'variantAsked')::json WHERE id = ANY($1::uuid[]) AND why->>'variantAsked' IS NOT NULL`,
        [[...subject.claimIds]],
      );
      await redactAudit(tx, showId, (change) => redactChange(change, subject));
      const claims = events > 0 ? subject.claimIds.size : 0;
      if (events + comments > 0) {
        show.record('viewer.erased', { buyerId, comments, claims }, actorOf(principal));
      }
      return { events, comments, claims };
    });
  }

  /** Removes the hash of the former id, and records the erasure with its counts but without the viewer. */
  private async finish(
    principal: Principal,
    platform: string,
    buyerIds: string[],
    total: ErasureResult,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const buyerId of buyerIds) {
        await tx.query('UPDATE buyers SET platform_user_id = $2 WHERE id = $1', [
          buyerId,
          erasedUserId(buyerId),
        ]);
      }
      await recordAudit(tx, {
        ...auditedBy(principal, this.clock.iso()),
        action: 'viewer.erase',
        entityType: 'viewer',
        entityId: buyerIds[0] ?? null,
        after: { platform, ...total },
      });
    });
  }
}

/** Throws if a reader held comments by the viewer, because it stores them with the viewer's name. */
function throwIfHeld(comments: number): void {
  if (comments === 0) return;
  const message = `The stored data was erased, but comments by this viewer were being read (number: ${comments}). Erase again in a minute.`;
  throw new ApiError('UNAVAILABLE', message, undefined, RETRY_AFTER_S);
}

/** A show that was deleted in the meantime contains nothing to erase. */
function nothingIfPurged(error: unknown): Omit<ErasureResult, 'shows'> {
  if (error instanceof ApiError && error.code === 'NOT_FOUND') return { events: 0, comments: 0, claims: 0 };
  throw error;
}

/** The viewer's buyer, and the hidden buyers of comments whose author became known later. */
async function buyersOf(
  reader: Reader,
  workspaceId: string,
  platform: string,
  platformUserId: string,
): Promise<string[]> {
  const rows = await reader.query<{ id: string; hiddenBuyerIds: string[] }>(
    `SELECT b.id, ARRAY(SELECT DISTINCT m.before_identity->>'buyerId' FROM comments m
       WHERE m.buyer_id = b.id AND m.before_identity->>'buyerId' <> b.id::text) AS "hiddenBuyerIds"
     FROM buyers b WHERE b.workspace_id = $1 AND b.platform = $2 AND b.platform_user_id = $3`,
    [workspaceId, platform, platformUserId],
  );
  return rows.flatMap(({ id, hiddenBuyerIds }) => [id, ...hiddenBuyerIds]);
}

async function subjectIn(reader: Reader, showId: string, buyerId: string): Promise<Subject> {
  const hiddenBuyers = await reader.query<{ id: string }>(
    "SELECT before_identity->>'buyerId' AS id FROM comments WHERE buyer_id = $1 AND show_id = $2 AND before_identity IS NOT NULL",
    [buyerId, showId],
  );
  const buyerIds = new Set([buyerId, ...hiddenBuyers.map((row) => row.id)]);
  const claims = await reader.query<{ id: string }>(
    'SELECT id FROM claims WHERE buyer_id = ANY($1::uuid[]) AND show_id = $2',
    [[...buyerIds], showId],
  );
  return { buyerIds, claimIds: new Set(claims.map((row) => row.id)) };
}
