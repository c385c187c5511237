import { Injectable } from '@nestjs/common';
import type {
  Actor,
  AuditAction,
  Block,
  BlockBuyerRequest,
  BlockedBuyer,
  BlockedBuyerList,
  Buyer,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { actorOf, auditedBy, type Principal } from '../../auth';
import {
  ApiError,
  Clock,
  type PageQuery,
  pageRequest,
  poolReader,
  type Reader,
  recordAudit,
  toPage,
  Transactions,
  type Tx,
} from '../../kernel';
import { isErased } from '../erasure/redaction';

interface BlockedRow extends Buyer {
  block: Block | null;
  reason: string | null;
  by: Actor | null;
  at: Date | null;
}

const BUYER_SELECT = `SELECT b.id, b.platform, b.platform_user_id AS "platformUserId", b.handle, b.display_name AS "displayName", b.hidden,
  b.block, b.block_reason AS reason, b.blocked_by AS by, b.blocked_at AS at FROM buyers b`;

/**
 * Blocks buyers, so that their claims are reviewed or refused in all of a workspace's shows. A block applies
 * from the next comment on and does not affect current claims. The audit log refers to the buyer only by id,
 * so that nothing has to be erased there.
 */
@Injectable()
export class Blocks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Lists the blocked buyers, most recently blocked first.
   * @throws ApiError NOT_FOUND (another workspace)
   */
  async list(principal: Principal, workspaceId: string, query: PageQuery): Promise<BlockedBuyerList> {
    if (workspaceId !== principal.workspaceId) throw ApiError.notFound('workspace');
    const { limit, parameters } = pageRequest(query);
    const rows = await poolReader(this.dataSource).query<BlockedRow>(
      `${BUYER_SELECT} WHERE b.workspace_id = $1 AND b.block IS NOT NULL AND ($2::timestamptz IS NULL OR (b.blocked_at, b.id) < ($2, $3::uuid))
       ORDER BY b.blocked_at DESC, b.id DESC LIMIT $4`,
      [workspaceId, ...parameters],
    );
    const page = toPage(rows, limit, (row) => ({ sortValue: row.at?.toISOString() ?? '', id: row.id }));
    return { blockedBuyers: page.rows.flatMap((row) => toBlocked(row) ?? []), nextCursor: page.nextCursor };
  }

  /**
   * Blocks a buyer, or changes an existing block.
   * @throws ApiError NOT_FOUND
   */
  block(principal: Principal, buyerId: string, { block, reason }: BlockBuyerRequest): Promise<BlockedBuyer> {
    return this.transactions.run(async (tx) => {
      const before = await lockBuyer(tx, principal, buyerId);
      const [by, at] = [actorOf(principal), this.clock.iso()];
      await tx.query(
        'UPDATE buyers SET block = $2, block_reason = $3, blocked_by = $4, blocked_at = $5 WHERE id = $1',
        [buyerId, block, reason, JSON.stringify(by), at],
      );
      await this.audit(tx, principal, buyerId, 'buyer.block', before.block, block);
      const { buyer } = splitRow(before);
      return { buyer, block, reason, by, at };
    });
  }

  /**
   * Ends a block. Does nothing if the buyer is not blocked.
   * @throws ApiError NOT_FOUND
   */
  async unblock(principal: Principal, buyerId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { block } = await lockBuyer(tx, principal, buyerId);
      if (block === null) return;
      await tx.query(
        'UPDATE buyers SET block = NULL, block_reason = NULL, blocked_by = NULL, blocked_at = NULL WHERE id = $1',
        [buyerId],
      );
      await this.audit(tx, principal, buyerId, 'buyer.unblock', block, null);
    });
  }

  private audit(
    tx: Tx,
    principal: Principal,
    buyerId: string,
    action: AuditAction,
    before: Block | null,
    after: Block | null,
  ): Promise<unknown> {
    return recordAudit(tx, {
      ...auditedBy(principal, this.clock.iso()),
      action,
      entityType: 'buyer',
      entityId: buyerId,
      before: { block: before },
      after: { block: after },
    });
  }
}

/**
 * Reads each workspace's block version: a digest that changes whenever a block is added, changed, or ended. A
 * workspace without blocks has no version.
 */
export async function readBlockVersions(
  reader: Reader,
  workspaceIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader.query<{ workspaceId: string; version: string }>(
    `SELECT workspace_id AS "workspaceId", md5(string_agg(id || block || blocked_at, ',' ORDER BY id)) AS version FROM buyers
     WHERE workspace_id = ANY($1::uuid[]) AND block IS NOT NULL GROUP BY workspace_id`,
    [workspaceIds],
  );
  return new Map(rows.map(({ workspaceId, version }) => [workspaceId, version]));
}

/** @throws ApiError NOT_FOUND if the workspace has no such buyer, or the buyer has been erased */
async function lockBuyer(tx: Tx, { workspaceId }: Principal, buyerId: string): Promise<BlockedRow> {
  const [row] = await tx.query<BlockedRow>(
    `${BUYER_SELECT} WHERE b.id = $1 AND b.workspace_id = $2 FOR NO KEY UPDATE`,
    [buyerId, workspaceId],
  );
  if (row === undefined || isErased(row.platformUserId)) throw ApiError.notFound('buyer');
  return row;
}

function splitRow({ block, reason, by, at, ...buyer }: BlockedRow) {
  return { buyer, block, reason, by, at };
}

function toBlocked(row: BlockedRow): BlockedBuyer | null {
  const { buyer, block, reason, by, at } = splitRow(row);
  if (block === null || by === null || at === null) return null;
  return { buyer, block, reason: reason ?? '', by, at: at.toISOString() };
}
