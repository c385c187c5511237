import { Injectable } from '@nestjs/common';
import type { ParkedRow, ParkedRowList, ParkedRowsResult } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { auditedBy, type Principal } from '../../auth';
import { Clock, isUuid, type PageQuery, pageRequest, recordAudit, toPage, Transactions } from '../../kernel';
import { followerIdsOf } from '../followers/follower';
import { ExtensionSwitches } from '../switches/extension-switches';

interface StoredRow extends Omit<ParkedRow, 'show' | 'parkedAt' | 'type'> {
  showId: string;
  showName: string;
  type: string | null;
  parkedAt: Date;
}

/** Lets workspace admins list, retry, and skip ledger rows that followers could not handle. */
@Injectable()
export class ParkedList {
  constructor(
    private readonly switches: ExtensionSwitches,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Lists parked rows, newest first.
   * @throws ApiError NOT_FOUND
   */
  async list(caller: Principal, name: string, query: PageQuery): Promise<ParkedRowList> {
    const { definition } = this.switches.get(name);
    const { limit, parameters } = pageRequest(query);
    const rows = await this.dataSource.query<StoredRow[]>(
      `SELECT p.id, split_part(p.follower, '/', 2) AS follower, p.show_id AS "showId", s.name AS "showName", p.seq, e.type, p.error,
         p.parked_at AS "parkedAt", p.retrying
       FROM extension_parked_events p JOIN shows s ON s.id = p.show_id LEFT JOIN show_events e ON e.show_id = p.show_id AND e.seq = p.seq
       WHERE s.workspace_id = $1 AND p.follower = ANY($2::text[]) AND ($3::timestamptz IS NULL OR (p.parked_at, p.id) < ($3, $4::uuid))
       ORDER BY p.parked_at DESC, p.id DESC LIMIT $5`,
      [caller.workspaceId, followerIdsOf(definition), ...parameters],
    );
    const page = toPage(rows, limit, (row) => ({ sortValue: row.parkedAt.toISOString(), id: row.id }));
    return { parked: page.rows.map(toParked), nextCursor: page.nextCursor };
  }

  /**
   * Requests another delivery of parked rows, in order.
   * @throws ApiError NOT_FOUND, EXTENSION_OFF
   */
  async retry(caller: Principal, name: string, ids: string[]): Promise<ParkedRowsResult> {
    await this.switches.checkedWorkspace(name, caller);
    return this.change(
      caller,
      name,
      ids,
      'extension.retry',
      'UPDATE extension_parked_events p SET retrying = true FROM shows s',
    );
  }

  /**
   * Removes parked rows without delivering them again.
   * @throws ApiError NOT_FOUND
   */
  async skip(caller: Principal, name: string, ids: string[]): Promise<ParkedRowsResult> {
    return this.change(
      caller,
      name,
      ids,
      'extension.skip',
      'DELETE FROM extension_parked_events p USING shows s',
    );
  }

  private change(
    caller: Principal,
    name: string,
    ids: string[],
    action: 'extension.retry' | 'extension.skip',
    statement: string,
  ): Promise<ParkedRowsResult> {
    const followers = followerIdsOf(this.switches.get(name).definition);
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<{ follower: string; showId: string; seq: number }>(
        `${statement} WHERE s.id = p.show_id AND s.workspace_id = $1 AND p.follower = ANY($2::text[]) AND p.id = ANY($3::uuid[])
         RETURNING p.follower, p.show_id AS "showId", p.seq`,
        [caller.workspaceId, followers, ids.filter(isUuid)],
      );
      await recordAudit(tx, {
        ...auditedBy(caller, this.clock.iso()),
        action,
        entityType: 'extension',
        entityId: null,
        before: null,
        after: { extension: name, rows },
      });
      return { rows: rows.length };
    });
  }
}

const toParked = ({ showId, showName, type, parkedAt, ...row }: StoredRow): ParkedRow => ({
  ...row,
  show: { id: showId, name: showName },
  type: type ?? '',
  parkedAt: parkedAt.toISOString(),
});
