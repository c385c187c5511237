import { Injectable } from '@nestjs/common';
import type { Buyer, BuyerPage, ClaimList, ClaimStatus } from '@sellary/contracts';
import { BOUNDED_READ, type PageQuery, pageRequest, toPage, Transactions } from '../../kernel';
import { erasedSql } from '../erasure/redaction';
import { type RankedRow, withRanks, toRankedClaim } from './claim-reads';

const SELECT = `SELECT b.id, b.platform, b.platform_user_id AS "platformUserId", b.handle, b.display_name AS "displayName", b.hidden,
  lower(b.handle) AS "sortKey" FROM buyers b`;
const NOT_ERASED = `NOT ${erasedSql('b')}`;

interface BuyerRow extends Buyer {
  sortKey: string;
}

/** Reads a workspace's buyers across its shows. */
@Injectable()
export class BuyerReads {
  constructor(private readonly transactions: Transactions) {}

  /** @returns null if the workspace has no such buyer, or the buyer was erased */
  async buyer(workspaceId: string, buyerId: string): Promise<Buyer | null> {
    const [row] = await this.rows<BuyerRow>(
      `${SELECT} WHERE b.id = $1 AND b.workspace_id = $2 AND ${NOT_ERASED}`,
      [buyerId, workspaceId],
    );
    return row === undefined ? null : toBuyer(row);
  }

  /** Lists buyers in order of their handles. `q` is part of a handle or display name. */
  async list(workspaceId: string, query: PageQuery & { q?: string }): Promise<BuyerPage> {
    const { limit, parameters } = pageRequest(query);
    const rows = await this.rows<BuyerRow>(
      `${SELECT} WHERE b.workspace_id = $1 AND ${NOT_ERASED} AND ($3::text IS NULL OR (lower(b.handle), b.id) > ($3, $4::uuid))
           AND ($2::text IS NULL OR strpos(lower(b.handle), lower($2)) > 0 OR strpos(lower(b.display_name), lower($2)) > 0)
         ORDER BY lower(b.handle), b.id LIMIT $5`,
      [workspaceId, query.q?.trim().replace(/^@/, '') || null, ...parameters],
    );
    const page = toPage(rows, limit, (row) => ({ sortValue: row.sortKey, id: row.id }));
    return { buyers: page.rows.map(toBuyer), nextCursor: page.nextCursor };
  }

  /** Lists a buyer's claims across all shows, newest first. */
  async claims(
    workspaceId: string,
    buyerId: string,
    query: PageQuery & { status?: ClaimStatus },
  ): Promise<ClaimList> {
    const { limit, parameters } = pageRequest(query);
    const rows = await this.rows<RankedRow>(
      `${withRanks(`SELECT c.id, c.item_id, c.status FROM claims c JOIN buyers b ON b.id = c.buyer_id
         WHERE c.buyer_id = $1 AND b.workspace_id = $2 AND ($3::text IS NULL OR c.status = $3)
           AND ($4::timestamptz IS NULL OR (c.created_at, c.id) < ($4, $5::uuid))
         ORDER BY c.created_at DESC, c.id DESC LIMIT $6`)} ORDER BY c.created_at DESC, c.id DESC`,
      [buyerId, workspaceId, query.status ?? null, ...parameters],
    );
    const page = toPage(rows, limit, (row) => ({ sortValue: row.createdAt.toISOString(), id: row.id }));
    return { claims: page.rows.map(toRankedClaim), nextCursor: page.nextCursor };
  }

  private rows<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.transactions.snapshot((tx) => tx.query<Row>(sql, parameters), BOUNDED_READ);
  }
}

const toBuyer = ({ sortKey: _, ...buyer }: BuyerRow): Buyer => buyer;
