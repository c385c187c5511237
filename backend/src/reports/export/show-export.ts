import { Injectable } from '@nestjs/common';
import type { ExportType } from '@sellary/contracts';
import type { Response } from 'express';
import { auditedBy, type Principal } from '../../auth';
import { ApiError, Clock, recordAudit, type Tx } from '../../kernel';
import { readShowRow, ShowAccess } from '../../shows';
import { exportRows, sheetOf } from './export-columns';
import { type FileContent, FileDownloads, type FileStyle } from './file-downloads';
import { fileNameOf } from './file-name';
import type { WallClock } from './wall-clock';

interface ExportRequest extends FileStyle {
  type: ExportType;
}

/** Sends a show's claims or buyers as a file. */
@Injectable()
export class ShowExport {
  constructor(
    private readonly downloads: FileDownloads,
    private readonly clock: Clock,
    private readonly access: ShowAccess,
  ) {}

  /**
   * Resolves when the response has been sent or the client has disconnected.
   * @throws ApiError NOT_FOUND, RATE_LIMITED, UNAVAILABLE, before anything is sent
   */
  async write(
    principal: Principal,
    showId: string,
    request: ExportRequest,
    response: Response,
  ): Promise<void> {
    const { workspaceId } = principal;
    const source = {
      record: async (tx: Tx) => {
        await this.access.assertVisible(workspaceId, showId, tx);
        await recordAudit(tx, {
          ...auditedBy(principal, this.clock.iso()),
          entityType: 'show',
          entityId: showId,
          showId,
          action: 'show.export',
          after: { type: request.type },
        });
      },
      open: (tx: Tx, wallClock: WallClock) => openContent(tx, workspaceId, showId, request, wallClock),
    };
    await this.downloads.send(principal, request, source, response);
  }
}

async function openContent(
  tx: Tx,
  workspaceId: string,
  showId: string,
  { type, format }: ExportRequest,
  wallClock: WallClock,
): Promise<FileContent> {
  const show = await readShowRow(tx, showId);
  if (show?.workspace_id !== workspaceId) throw ApiError.notFound('show');
  const sheet = sheetOf(type, show.currency);
  const day = wallClock.dayAt(show.started_at ?? show.created_at);
  return { fileName: fileNameOf(show.name, day, type, format), sheet, rows: exportRows(tx, sheet, [showId]) };
}
