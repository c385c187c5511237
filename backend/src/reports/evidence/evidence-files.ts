import { Injectable } from '@nestjs/common';
import { auditedBy, type Principal } from '../../auth';
import { ApiError, Clock, idOr404, readRecordedAbout, recordAudit, Transactions } from '../../kernel';
import { readShowRow } from '../../shows';
import { attachment, fileNameOf } from '../export/file-name';
import { WallClock } from '../export/wall-clock';
import { Explanations } from '../explanation/explanations';
import { evidencePage } from './evidence-page';
import { ShowReplays } from './show-replays';

/** Maximum number of ledger rows in the file, which must remain printable. The ledger export has all rows. */
const MAX_LISTED_ROWS = 200;

interface EvidenceFile {
  html: string;
  contentDisposition: string;
}

/**
 * Creates the file that explains and proves one claim, with its explanation, its ledger rows, and a replay's
 * verdict.
 */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly replays: ShowReplays,
    private readonly explanations: Explanations,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads everything in one database snapshot. The file contains viewers' names, so the audit log records
   * who downloaded it.
   * @throws ApiError NOT_FOUND, RATE_LIMITED, UNAVAILABLE
   */
  async create(
    principal: Principal,
    showId: string,
    requestedId: string,
    timeZone: string,
    disconnected: AbortSignal,
  ): Promise<EvidenceFile> {
    const claimId = idOr404(requestedId, 'claim');
    const file = await this.replays.withSnapshot(principal, showId, disconnected, async (tx, verdict) => {
      const explanation = await this.explanations.read(tx, principal.workspaceId, claimId, timeZone);
      const show = await readShowRow(tx, showId);
      if (show === null || explanation.claim.showId !== showId) throw ApiError.notFound('claim');
      const lastUnitClaimId = explanation.lastUnitClaimId;
      const rows = await readRecordedAbout(
        tx,
        showId,
        [claimId, ...(lastUnitClaimId === null ? [] : [lastUnitClaimId])],
        MAX_LISTED_ROWS + 1,
      );
      const day = new WallClock(timeZone).dayAt(show.started_at ?? show.created_at);
      const { itemNumber, buyer } = explanation.claim;
      return {
        html: evidencePage({
          showName: show.name,
          showId,
          explanation,
          verdict,
          rows: rows.slice(0, MAX_LISTED_ROWS),
          hasMoreRows: rows.length > MAX_LISTED_ROWS,
        }),
        contentDisposition: attachment(
          fileNameOf(show.name, day, `claim ${itemNumber} ${buyer.handle}`, 'html'),
        ),
      };
    });
    await this.transactions.run((tx) =>
      recordAudit(tx, {
        ...auditedBy(principal, this.clock.iso()),
        action: 'show.evidence',
        entityType: 'claim',
        entityId: claimId,
        showId,
      }),
    );
    return file;
  }
}
