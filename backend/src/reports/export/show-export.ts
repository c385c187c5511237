import { Injectable } from '@nestjs/common';
import type { ExportType } from '@sellary/contracts';
import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Principal } from '../../auth';
import { ApiError, Clock, recordAudit, Transactions } from '../../kernel';
import { type Cells, exportRows, type Sheet, SHEETS } from './export-rows';
import { attachment, fileNameOf } from './file-name';

/** Each holds a connection and a snapshot of the database for as long as its reader takes: never most of the pool. */
const AT_ONCE = 4;
const STALLED_AFTER_MS = 60_000;

/** Writes a show's claims or buyers as CSV straight from the database to whoever asked; never more than a few rows are in memory. */
@Injectable()
export class ShowExport {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when the answer is written, or the reader is gone. An export carries viewers' names away, so the audit log names who took it, from its
   * first byte on. @throws ApiError NOT_FOUND, before anything is written
   */
  async write(principal: Principal, showId: string, type: ExportType, response: Response): Promise<void> {
    await this.turn();
    try {
      if (response.destroyed) return;
      await this.record(principal, showId, type);
      await this.stream(principal.workspaceId, showId, type, response);
    } catch (error) {
      if (!hasLeft(error)) throw error;
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private record({ workspaceId, userId, name }: Principal, showId: string, type: ExportType): Promise<void> {
    return this.transactions.run(async (tx) => {
      const known = await tx.query('SELECT 1 FROM shows WHERE id = $1 AND workspace_id = $2', [showId, workspaceId]);
      if (known.length === 0) throw ApiError.notFound('show');
      const entity = { entityType: 'show', entityId: showId, showId };
      await recordAudit(tx, {
        ...entity,
        workspaceId,
        actor: { id: userId, name },
        action: 'show.export',
        after: { type },
        at: this.clock.iso(),
      });
    });
  }

  private stream(workspaceId: string, showId: string, type: ExportType, response: Response): Promise<void> {
    return this.transactions.snapshot(async (tx) => {
      const [show] = await tx.query<{ name: string; day: Date }>(
        'SELECT name, coalesce(started_at, created_at) AS day FROM shows WHERE id = $1 AND workspace_id = $2',
        [showId, workspaceId],
      );
      if (show === undefined) throw ApiError.notFound('show');
      response.setHeader('Content-Type', 'text/csv; charset=utf-8');
      response.setHeader('Content-Disposition', attachment(fileNameOf(show.name, show.day, type)));
      response.setHeader('Cache-Control', 'no-store');
      response.setTimeout(STALLED_AFTER_MS, () => response.destroy());
      const sheet = SHEETS[type];
      const text = csvOf(sheet, exportRows(tx, sheet, showId));
      // A failure on the way breaks the connection: an answer that only looks complete would be taken for the whole show.
      await pipeline(Readable.from(text, { highWaterMark: 1 }), response);
    });
  }

  private async turn(): Promise<void> {
    while (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }
}

/** The reader closed the connection, or we did because nothing was read any more. */
const hasLeft = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Many lines in one piece: a piece for each line would cost more on its way through the process than the line itself. */
async function* csvOf(sheet: Sheet, batches: AsyncIterable<Cells[]>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const batch of batches) {
    yield stringify(batch, {
      bom: isFirst,
      header: isFirst,
      columns: [...sheet.columns],
      record_delimiter: 'windows',
      // The library quotes what holds its own line end, CRLF; half of it breaks a line just as well.
      quoted_match: /[\r\n]/,
    });
    isFirst = false;
  }
}
