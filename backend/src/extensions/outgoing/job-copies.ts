import { Injectable } from '@nestjs/common';
import { type ErasedSubject, ErasureParticipants, type LedgerCopies } from '../../claim-engine';
import { Transactions } from '../../kernel';

const MAX_BATCH_SIZE = 500;

/** Removes an erased viewer from extension jobs, whose payloads may contain copies of ledger rows. */
@Injectable()
export class JobCopies implements LedgerCopies {
  constructor(
    private readonly transactions: Transactions,
    participants: ErasureParticipants,
  ) {
    participants.registerCopies(this);
  }

  async redactCopies(workspaceId: string, viewer: ErasedSubject): Promise<void> {
    for (let place: number | null = 0; place !== null;) {
      place = await this.redactPage(workspaceId, viewer, place);
    }
  }

  /** @returns the place of the page's last job, or null if there are no more jobs */
  private redactPage(workspaceId: string, viewer: ErasedSubject, after: number): Promise<number | null> {
    return this.transactions.run(async (tx) => {
      await tx.raiseLimits();
      // Waits for followers that read the ledger before the redaction and may still be adding a job.
      await tx.query(
        `SELECT 1 FROM extension_cursors c JOIN shows s ON s.id = c.show_id WHERE s.workspace_id = $1 ORDER BY c.follower, c.show_id FOR SHARE OF c`,
        [workspaceId],
      );
      const jobs = await tx.query<{ id: string; place: number; payload: string }>(
        `SELECT id, place, payload::text AS payload FROM outgoing_jobs WHERE workspace_id = $1 AND place > $2 ORDER BY place LIMIT ${MAX_BATCH_SIZE}`,
        [workspaceId, after],
      );
      for (const job of jobs) {
        if (!viewer.isNamedIn(job.payload)) continue;
        const payload = JSON.stringify(viewer.redact(JSON.parse(job.payload)));
        await tx.query('UPDATE outgoing_jobs SET payload = $2, result = NULL, error = NULL WHERE id = $1', [
          job.id,
          payload,
        ]);
      }
      return jobs.length < MAX_BATCH_SIZE ? null : (jobs.at(-1)?.place ?? null);
    });
  }
}
