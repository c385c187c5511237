import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiError, type Reader } from '../kernel';

/** Checks that a show belongs to the caller's workspace before any of the show's data is read. */
@Injectable()
export class ShowAccess {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ApiError NOT_FOUND */
  async assertVisible(workspaceId: string, showId: string, reader?: Reader): Promise<void> {
    const sql = 'SELECT 1 FROM shows WHERE id = $1 AND workspace_id = $2';
    const rows =
      reader === undefined
        ? await this.dataSource.query<unknown[]>(sql, [showId, workspaceId])
        : await reader.query(sql, [showId, workspaceId]);
    if (rows.length === 0) throw ApiError.notFound('show');
  }
}
