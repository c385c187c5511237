import { Injectable } from '@nestjs/common';
import type { ExportFormat } from '@sellary/contracts';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { Principal } from '../../auth';
import { runAfter, ApiError, CallSlots, Transactions, type Tx } from '../../kernel';
import { csvFile } from './csv-file';
import type { Cell, Sheet } from './export-columns';
import { attachment } from './file-name';
import { SpooledFile } from './spooled-file';
import { WallClock } from './wall-clock';
import { xlsxFile } from './xlsx-file';

const MAX_WRITING_MS = 300_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const STALLED_AFTER_MS = 30_000;
/** Minimum average download rate after the base time. A slower download is aborted. */
const MIN_BYTES_PER_SECOND = 16_384;
const BASE_DOWNLOAD_MS = 60_000;

const CONTENT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface FileStyle {
  format: ExportFormat;
  /** Cell separator in a CSV file. */
  separator: ',' | ';';
  /** IANA name, or null for UTC. */
  timeZone: string | null;
}

/** A table that becomes a file. */
export interface FileContent {
  fileName: string;
  sheet: Sheet;
  rows: AsyncIterable<Cell[][]>;
}

interface FileSource {
  /** Records who downloads the file. If that fails, the file is not sent. */
  record: (tx: Tx) => Promise<void>;
  /** Opens the table in one database snapshot. */
  open: (tx: Tx, wallClock: WallClock) => Promise<FileContent>;
}

interface PreparedFile {
  fileName: string;
  file: SpooledFile;
}

/**
 * Sends tables as files. A file is first written to disk, as fast as the database delivers the rows, and only
 * then sent, so that a slow client does not tie up a database connection or a snapshot. All checks are done
 * before the first byte is sent.
 */
@Injectable()
export class FileDownloads {
  /** Limits open downloads, each of which has a file on disk. */
  private readonly downloadSlots = new CallSlots({
    perUser: 2,
    perWorkspace: 4,
    total: 64,
    waitingPerWorkspace: 4,
    maxWaitMs: 10_000,
    name: 'exports',
  });
  /** Limits files being written, each of which uses a database connection and a snapshot. */
  private readonly writeSlots = new CallSlots({
    perWorkspace: 2,
    total: 4,
    waitingPerWorkspace: 4,
    maxWaitMs: 30_000,
    name: 'exports',
  });

  constructor(private readonly transactions: Transactions) {}

  /**
   * Resolves when the response has been sent or the client has disconnected. A file may contain viewers'
   * names, so `source.record` first records who downloads it.
   * @throws ApiError RATE_LIMITED, UNAVAILABLE, and any error from the source, before anything is sent
   */
  async send(principal: Principal, style: FileStyle, source: FileSource, response: Response): Promise<void> {
    const holder = { userId: principal.userId, workspaceId: principal.workspaceId };
    await this.downloadSlots.run(holder, async () => {
      if (response.destroyed) return;
      const disconnected = new AbortController();
      response.once('close', () => disconnected.abort());
      await this.transactions.run((tx) => source.record(tx));
      try {
        const prepared = await this.writeSlots.run(holder, () =>
          this.prepare(style, source, disconnected.signal),
        );
        await sendFile(prepared, style.format, response).finally(() => prepared.file.close());
      } catch (error) {
        if (!response.destroyed) throw toDownloadError(error);
      }
    });
  }

  private prepare(style: FileStyle, source: FileSource, disconnected: AbortSignal): Promise<PreparedFile> {
    const signal = AbortSignal.any([disconnected, AbortSignal.timeout(MAX_WRITING_MS)]);
    return this.transactions.snapshot(
      async (tx) => {
        const wallClock = new WallClock(style.timeZone ?? 'UTC');
        const { fileName, sheet, rows } = await source.open(tx, wallClock);
        return { fileName, file: await SpooledFile.write(contentOf(style, sheet, rows, wallClock), signal) };
      },
      { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    );
  }
}

const contentOf = (
  { format, separator, timeZone }: FileStyle,
  sheet: Sheet,
  rows: AsyncIterable<Cell[][]>,
  wallClock: WallClock,
): AsyncIterable<string | Uint8Array> =>
  format === 'xlsx'
    ? xlsxFile(sheet, rows, wallClock)
    : csvFile(sheet, rows, { separator, wallClock: timeZone === null ? null : wallClock });

async function sendFile(
  { fileName, file }: PreparedFile,
  format: ExportFormat,
  response: Response,
): Promise<void> {
  response.setHeader('Content-Type', CONTENT_TYPES[format]);
  response.setHeader('Content-Length', file.bytes);
  response.setHeader('Content-Disposition', attachment(fileName));
  response.setHeader('Cache-Control', 'no-store');
  response.setTimeout(STALLED_AFTER_MS, () => response.destroy());
  const maxMs = BASE_DOWNLOAD_MS + (file.bytes / MIN_BYTES_PER_SECOND) * 1000;
  const deadline = runAfter('export', maxMs, () => response.destroy()).unref();
  await pipeline(file.read(), response).finally(() => clearTimeout(deadline));
}

function toDownloadError(error: unknown): unknown {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (code === 'ENOSPC') {
    return new ApiError(
      'UNAVAILABLE',
      'The server has no disk space to prepare the file. Free up some space and try again.',
    );
  }
  if (name !== 'TimeoutError' && name !== 'AbortError') return error;
  return ApiError.retryAfter(
    60,
    'UNAVAILABLE',
    'The file took too long to prepare. Try again when the server is less busy.',
  );
}
