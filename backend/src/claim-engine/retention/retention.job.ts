import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import type { Actor } from '@sellary/contracts';
import {
  APP_CONFIG,
  type AppConfig,
  Clock,
  dropAuditedShowChanges,
  messageOf,
  recordAudit,
  Transactions,
  type Tx,
} from '../../kernel';
import { deleteShow, type ShowRow, statsOf } from '../../shows';
import { LinkedRecords, type StrayBuyer } from '../erasure/linked-records';
import { RETENTION_SECTION } from './retention.config';

const DAY_MS = 24 * 3_600_000;
const MAX_BUYERS_AT_ONCE = 5_000;
const RETENTION: Actor = { kind: 'engine', reason: 'Retention' };

/**
 * Deletes whole shows whose retention period has ended. The audit log keeps a show's totals, its chain head,
 * and who did what and when, but not the values that acts changed. Each show is deleted in a separate
 * transaction, and a lock lets only one process at a time delete shows.
 */
@Injectable()
export class RetentionJob {
  private readonly log = new Logger('Retention');

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly records: LinkedRecords,
  ) {}

  @Cron(CronExpression.EVERY_DAY_AT_3AM)
  async run(): Promise<void> {
    try {
      let removed = 0;
      while (await this.removeNext()) removed += 1;
      while ((await this.removeStrayBuyers()) === MAX_BUYERS_AT_ONCE);
      if (removed > 0) this.log.log(`${removed} shows were deleted after their retention period`);
    } catch (error) {
      // The rest is retried tomorrow.
      this.log.error(`Interrupted: ${messageOf(error)}`);
    }
  }

  /** Removes one show. @returns false if there is no show to remove, or another process has the lock */
  private removeNext(): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      await tx.raiseLimits();
      if (!(await tryLock(tx))) return false;
      const show = await this.lockNext(tx);
      if (show === undefined) return false;
      await remove(tx, show.id);
      await recordAudit(tx, {
        workspaceId: show.workspace_id,
        actor: RETENTION,
        action: 'show.purge',
        entityType: 'show',
        entityId: show.id,
        showId: show.id,
        before: {
          name: show.name,
          startedAt: show.started_at,
          endedAt: show.ended_at,
          stats: statsOf(show),
          lastSeq: show.last_seq,
          headHash: show.head_hash.toString('hex'),
        },
        at: this.clock.iso(),
      });
      return true;
    });
  }

  /** Locks the next show to remove. The workspace's number of days overrides the server's. */
  private async lockNext(tx: Tx): Promise<ShowRow | undefined> {
    const [show] = await tx.query<ShowRow>(
      `SELECT s.* FROM shows s JOIN workspaces w ON w.id = s.workspace_id
       WHERE s.status = 'ended' AND s.ended_at <= $1::timestamptz - make_interval(days => coalesce((w.settings->>'retentionDays')::int, $2::int))
       ORDER BY s.ended_at LIMIT 1 FOR UPDATE OF s`,
      [this.clock.iso(), this.config.sections.get(RETENTION_SECTION).retentionDays],
    );
    return show;
  }

  /**
   * Removes buyers who have no comments or claims. Buyers who changed in the last day are kept, because a
   * viewer's first comment may be about to arrive. Blocked buyers are kept, because a block lasts until an
   * operator ends it. Buyers that a higher module needs are checked again a day later.
   * @returns the number of buyers that were checked
   */
  private removeStrayBuyers(): Promise<number> {
    return this.transactions.run(async (tx) => {
      await tx.raiseLimits();
      if (!(await tryLock(tx))) return 0;
      const strayBuyers = await tx.query<StrayBuyer>(
        `SELECT b.id, b.workspace_id AS "workspaceId" FROM buyers b WHERE b.updated_at < $1 AND b.block IS NULL
           AND NOT EXISTS (SELECT 1 FROM comments m WHERE m.buyer_id = b.id)
           AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.buyer_id = b.id) LIMIT $2 FOR UPDATE SKIP LOCKED`,
        [new Date(this.clock.now() - DAY_MS), MAX_BUYERS_AT_ONCE],
      );
      const keptIds = await this.records.retire(tx, strayBuyers);
      const ids = strayBuyers.map(({ id }) => id);
      await tx.query('DELETE FROM buyers WHERE id = ANY($1::uuid[]) AND NOT id = ANY($2::uuid[])', [
        ids,
        keptIds,
      ]);
      await tx.query('UPDATE buyers SET updated_at = $2 WHERE id = ANY($1::uuid[])', [
        keptIds,
        this.clock.iso(),
      ]);
      return strayBuyers.length;
    });
  }
}

/** Takes the lock until the end of the transaction. @returns false if another process has it */
async function tryLock(tx: Tx): Promise<boolean> {
  const [lock] = await tx.query<{ locked: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('sellary retention', 0)) AS locked",
  );
  return lock?.locked === true;
}

async function remove(tx: Tx, showId: string): Promise<void> {
  // Claims are deleted before the comments and items that they refer to. Sources, and how far each has been
  // read, are deleted with the show.
  await tx.query('DELETE FROM claims WHERE show_id = $1', [showId]);
  await tx.query('DELETE FROM comments WHERE show_id = $1', [showId]);
  await tx.query('DELETE FROM show_items WHERE show_id = $1', [showId]);
  await deleteShow(tx, showId);
  await dropAuditedShowChanges(tx, showId);
}
