import { Injectable } from '@nestjs/common';
import type { ExportFormat, ExportType } from '@sellary/contracts';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { actorOf, type Principal } from '../../auth';
import { after, ApiError, CallSlots, Clock, recordAudit, Transactions } from '../../kernel';
import { readShowRow, ShowAccess } from '../../shows';
import { csvFile } from './csv-file';
import { type Cell, exportRows, type Sheet, sheetOf } from './export-columns';
import { attachment, fileNameOf } from './file-name';
import { SpooledFile } from './spooled-file';
import { WallClock } from './wall-clock';
import { xlsxFile } from './xlsx-file';

const MAX_WRITING_MS = 300_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const STALLED_AFTER_MS = 30_000;
/** Minimum average rate of a reader; a slower download ends. */
const MIN_BYTES_PER_SECOND = 16_384;
const MIN_READING_MS = 60_000;

const CONTENT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface ExportRequest {
  type: ExportType;
  format: ExportFormat;
  separator: ',' | ';';
  /** IANA name; null = UTC. */
  timeZone: string | null;
}

interface Prepared {
  fileName: string;
  file: SpooledFile;
}

/**
 * Exports a show's claims or buyers as a file. The file is first written to disk, as fast as the database
 * delivers its rows, and only then sent, so that a slow reader holds no connection and no database snapshot,
 * and delays no other workspace. Any failure occurs before the first byte is sent.
 */
@Injectable()
export class ShowExport {
  /** Limit of open downloads, each with a file on disk. */
  private readonly downloads = new CallSlots({
    ...{ perUser: 2, perWorkspace: 4, total: 64 },
    ...{ waitingPerWorkspace: 4, maxWaitMs: 10_000, name: 'exports' },
  });
  /** Limit of files that are being written, each with a connection and a database snapshot. */
  private readonly writing = new CallSlots({
    perWorkspace: 2,
    total: 4,
    waitingPerWorkspace: 4,
    maxWaitMs: 30_000,
    name: 'exports',
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly access: ShowAccess,
  ) {}

  /**
   * Resolves when the response is sent, or the reader is gone. An export contains viewers' names, so the
   * audit log records who downloaded it before the first byte is sent.
   * @throws ApiError NOT_FOUND, RATE_LIMITED, UNAVAILABLE, before anything is sent
   */
  async write(
    principal: Principal,
    showId: string,
    request: ExportRequest,
    response: Response,
  ): Promise<void> {
    const holder = { userId: principal.userId, workspaceId: principal.workspaceId };
    await this.downloads.run(holder, async () => {
      if (response.destroyed) return;
      await this.record(principal, showId, request.type);
      const left = new AbortController();
      response.once('close', () => left.abort());
      try {
        const prepared = await this.writing.run(holder, () =>
          this.prepare(principal.workspaceId, showId, request, left.signal),
        );
        await send(prepared, request.format, response).finally(() => prepared.file.close());
      } catch (error) {
        if (!response.destroyed) throw refusalOf(error);
      }
    });
  }

  private record({ workspaceId, userId, name }: Principal, showId: string, type: ExportType): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.access.assertVisible(workspaceId, showId, tx);
      const entity = { entityType: 'show', entityId: showId, showId };
      await recordAudit(tx, {
        ...entity,
        workspaceId,
        actor: actorOf({ userId, name }),
        action: 'show.export',
        after: { type },
        at: this.clock.iso(),
      });
    });
  }

  private prepare(
    workspaceId: string,
    showId: string,
    request: ExportRequest,
    left: AbortSignal,
  ): Promise<Prepared> {
    const signal = AbortSignal.any([left, AbortSignal.timeout(MAX_WRITING_MS)]);
    return this.transactions.snapshot(
      async (tx) => {
        const show = await readShowRow(tx, showId);
        if (show?.workspace_id !== workspaceId) throw ApiError.notFound('show');
        const wallClock = new WallClock(request.timeZone ?? 'UTC');
        const sheet = sheetOf(request.type, show.currency);
        const fileName = fileNameOf(
          show.name,
          wallClock.dayAt(show.started_at ?? show.created_at),
          request.type,
          request.format,
        );
        const content = contentOf(request, sheet, exportRows(tx, sheet, showId), wallClock);
        return { fileName, file: await SpooledFile.write(content, signal) };
      },
      { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    );
  }
}

const contentOf = (
  { format, separator, timeZone }: ExportRequest,
  sheet: Sheet,
  rows: AsyncIterable<Cell[][]>,
  clock: WallClock,
): AsyncIterable<string | Uint8Array> =>
  format === 'xlsx'
    ? xlsxFile(sheet, rows, clock)
    : csvFile(sheet, rows, { separator, clock: timeZone === null ? null : clock });

async function send({ fileName, file }: Prepared, format: ExportFormat, response: Response): Promise<void> {
  response.setHeader('Content-Type', CONTENT_TYPES[format]);
  response.setHeader('Content-Length', file.bytes);
  response.setHeader('Content-Disposition', attachment(fileName));
  response.setHeader('Cache-Control', 'no-store');
  response.setTimeout(STALLED_AFTER_MS, () => response.destroy());
  const maxMs = MIN_READING_MS + (file.bytes / MIN_BYTES_PER_SECOND) * 1000;
  const deadline = after('export', maxMs, () => response.destroy()).unref();
  await pipeline(file.read(), response).finally(() => clearTimeout(deadline));
}

function refusalOf(error: unknown): unknown {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (code === 'ENOSPC') {
    return new ApiError(
      'UNAVAILABLE',
      'The server has no disk space to prepare the file. Free some space and try again.',
    );
  }
  if (name !== 'TimeoutError' && name !== 'AbortError') return error;
  return new ApiError(
    'UNAVAILABLE',
    'The file took too long to prepare. Try again when the server is less busy.',
    undefined,
    60,
  );
}
