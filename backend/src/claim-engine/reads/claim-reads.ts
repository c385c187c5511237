import { Injectable } from '@nestjs/common';
import {
  ACTIVE_CLAIM_STATUSES,
  type Claim,
  type ClaimList,
  type ClaimStatus,
  type Comment,
  type CommentList,
  type Item,
  MAX_SNAPSHOT_CLAIMS,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import {
  ApiError,
  badCursor,
  BOUNDED_READ,
  convertInSlices,
  decodeCursor,
  isUuid,
  type Keyset,
  type PageQuery,
  pageRequest,
  type Reader,
  toPage,
  Transactions,
} from '../../kernel';
import type { ListClaimsQuery, ListCommentsQuery } from '../claim-engine.dto';
import { canonicalItemKey } from '../domain/grammar';
import { CLAIM_COLUMNS, CLAIM_JOINS, type ClaimRow, toClaim, toRecord } from '../records/claim-record';
import { COMMENT_SELECT, type CommentRow, toComment } from '../records/comment-record';
import { LISTED_ITEM_SELECT, type ItemRecord, toItem } from '../records/item-record';

const uuidOrNull = (text: string | undefined): string | null => (isUuid(text) ? text : null);
const like = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

/** Maximum number of an item's claims in a response if the request does not set a limit. */
const DEFAULT_ITEM_CLAIMS = 1_000;

/**
 * Reads one show's claims, comments, and items. The caller has checked that the show belongs to the
 * workspace. Methods that return a list need a `reader` in a transaction.
 */
@Injectable()
export class ClaimReads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Lists claims, newest first. */
  async claims(showId: string, filter: ListClaimsQuery): Promise<ClaimList> {
    const { limit, parameters } = pageRequest(filter);
    const [itemId, buyerId] = [uuidOrNull(filter.item), uuidOrNull(filter.buyer)];
    const itemKey =
      filter.item === undefined || itemId !== null ? null : (canonicalItemKey(filter.item) ?? '');
    const handle = buyerId === null ? filter.buyer?.replace(/^@/, '') : undefined;
    const rows = await this.rows<RankedRow>(
      `${withRanks(`SELECT c.id, c.item_id, c.status FROM claims c JOIN buyers b ON b.id = c.buyer_id LEFT JOIN show_items i ON i.id = c.item_id LEFT JOIN comments m ON m.id = c.comment_id
         WHERE c.show_id = $1 AND ($2::text IS NULL OR c.status = $2) AND ($3::uuid IS NULL OR c.item_id = $3) AND ($4::text IS NULL OR split_part(c.item_key, '/', 1) = $4)
           AND ($5::uuid IS NULL OR c.buyer_id = $5) AND ($6::text IS NULL OR lower(b.handle) = lower($6)) AND ($7::bool IS NULL OR c.flagged = $7)
           AND ($8::text IS NULL OR b.handle ILIKE $8 OR b.display_name ILIKE $8 OR i.item_number ILIKE $8 OR c.item_key ILIKE $8 OR i.title ILIKE $8 OR m.text ILIKE $8)
           AND ($9::timestamptz IS NULL OR (c.created_at, c.id) < ($9, $10::uuid)) AND ($12::bool IS NULL OR (c.status = ANY ($13)) = $12)
         ORDER BY c.created_at DESC, c.id DESC LIMIT $11`)} ORDER BY c.created_at DESC, c.id DESC`,
      [
        showId,
        filter.status ?? null,
        itemId,
        itemKey,
        buyerId,
        handle ?? null,
        filter.flagged ?? null,
        filter.q === undefined ? null : like(filter.q),
        ...parameters,
        filter.active ?? null,
        ACTIVE_CLAIM_STATUSES,
      ],
    );
    const page = toPage(rows, limit, (row) => ({ sortValue: row.createdAt.toISOString(), id: row.id }));
    return { claims: page.rows.map(toRankedClaim), nextCursor: page.nextCursor };
  }

  /**
   * Lists an item's claims: winners in the order in which they won, then the waitlist, pending claims, and the
   * rest. The default limit covers nearly every item.
   * @throws ApiError NOT_FOUND
   */
  async itemClaims(showId: string, itemId: string, query: PageQuery): Promise<ClaimList> {
    const after = parseItemPlace(decodeCursor(query.cursor));
    const limit = query.limit ?? DEFAULT_ITEM_CLAIMS;
    const rows = await this.transactions.snapshot(async (tx) => {
      const items = await tx.query('SELECT 1 FROM show_items WHERE id = $1 AND show_id = $2', [
        itemId,
        showId,
      ]);
      if (items.length === 0) throw ApiError.notFound('item');
      return convertInSlices(
        tx,
        `SELECT * FROM (${RANKED_IN_ITEM} WHERE c.item_id = $1) ranked
         WHERE $2::int IS NULL OR ("group", "order", id) > ($2, $3::double precision, $4::uuid)
         ORDER BY "group", "order", id LIMIT $5`,
        [itemId, after?.group ?? null, after?.order ?? null, after?.id ?? null, limit + 1],
        ({ group, order, ...row }: RankedRow & ItemPlace) => ({
          sortValue: `${group} ${order}`,
          claim: toRankedClaim(row),
        }),
      );
    }, BOUNDED_READ);
    const page = toPage(rows, limit, ({ sortValue, claim }) => ({ sortValue, id: claim.id }));
    return { claims: page.rows.map(({ claim }) => claim), nextCursor: page.nextCursor };
  }

  /**
   * Reads the newest active claims, up to the snapshot limit, in order of creation. The older claims can be
   * read with `claims({ active: true, cursor })`; `cursor` is null if there are none.
   */
  async activeClaims(reader: Reader, showId: string): Promise<{ claims: Claim[]; cursor: string | null }> {
    const claims = await convertInSlices(
      reader,
      `WITH chosen AS MATERIALIZED (
         SELECT c.id, CASE WHEN c.status = 'waitlist' THEN row_number() OVER (PARTITION BY c.item_id, c.item_key, c.status ORDER BY c.place) END AS rank
         FROM claims c WHERE c.show_id = $1 AND c.status = ANY ($2) ORDER BY c.created_at DESC, c.id DESC LIMIT $3)
       SELECT ${CLAIM_COLUMNS}, chosen.rank FROM chosen JOIN claims c ON c.id = chosen.id ${CLAIM_JOINS} ORDER BY c.created_at DESC, c.id DESC`,
      [showId, ACTIVE_CLAIM_STATUSES, MAX_SNAPSHOT_CLAIMS + 1],
      toRankedClaim,
    );
    const page = toPage(claims, MAX_SNAPSHOT_CLAIMS, ({ createdAt, id }) => ({ sortValue: createdAt, id }));
    return { claims: page.rows.reverse(), cursor: page.nextCursor };
  }

  async claim(reader: Reader, workspaceId: string, claimId: string): Promise<Claim> {
    const [row] = await reader.query<RankedRow>(
      withRanks(
        'SELECT c.id, c.item_id, c.status FROM claims c JOIN shows s ON s.id = c.show_id WHERE c.id = $1 AND s.workspace_id = $2',
      ),
      [claimId, workspaceId],
    );
    if (row === undefined) throw ApiError.notFound('claim');
    return toRankedClaim(row);
  }

  /** Items in the operator's order. */
  items(reader: Reader, showId: string): Promise<Item[]> {
    return convertInSlices(
      reader,
      `${LISTED_ITEM_SELECT} WHERE i.show_id = $1 ORDER BY i.position, i.id`,
      [showId],
      (row: ItemRecord) => toItem(row),
    );
  }

  async itemById(reader: Reader, itemId: string): Promise<Item | null> {
    const [row] = await reader.query<ItemRecord>(`${LISTED_ITEM_SELECT} WHERE i.id = $1`, [itemId]);
    return row === undefined ? null : toItem(row);
  }

  /** Lists comments, newest first. */
  async comments(showId: string, filter: ListCommentsQuery): Promise<CommentList> {
    const { limit, parameters } = pageRequest(filter);
    const route = typeof filter.parsed === 'string' ? filter.parsed : null;
    const understood = typeof filter.parsed === 'boolean' ? filter.parsed : null;
    const rows = await this.rows<CommentRow>(
      `${COMMENT_SELECT} WHERE m.show_id = $1 AND ($2::text IS NULL OR m.text ILIKE $2 OR b.handle ILIKE $2 OR b.display_name ILIKE $2)
         AND ($3::text IS NULL OR m.parsed->>'route' = $3) AND ($4::bool IS NULL OR (m.parsed->>'route' <> 'ignore') = $4) AND ($5::text IS NULL OR coalesce(m.resolution->>'outcome', m.outcome) = $5)
         AND ($6::timestamptz IS NULL OR (m.received_at, m.id) < ($6, $7::uuid))
       ORDER BY m.received_at DESC, m.id DESC LIMIT $8`,
      [
        showId,
        filter.q === undefined ? null : like(filter.q),
        route,
        understood,
        filter.outcome ?? null,
        ...parameters,
      ],
    );
    const page = toPage(rows, limit, (row) => ({ sortValue: row.receivedAt.toISOString(), id: row.id }));
    return { comments: page.rows.map(toComment), nextCursor: page.nextCursor };
  }

  /** The 1000 oldest comments with an open review, oldest first. */
  openReviews(reader: Reader, showId: string): Promise<Comment[]> {
    return convertInSlices(
      reader,
      `${COMMENT_SELECT} WHERE m.show_id = $1 AND m.outcome = 'review' AND m.resolution IS NULL ORDER BY m.received_at, m.id LIMIT 1000`,
      [showId],
      toComment,
    );
  }

  latestComments(reader: Reader, showId: string, limit: number): Promise<Comment[]> {
    return convertInSlices(
      reader,
      `${COMMENT_SELECT} WHERE m.show_id = $1 ORDER BY m.received_at DESC, m.id DESC LIMIT $2`,
      [showId, limit],
      toComment,
    );
  }

  async commentByPlatformId(showId: string, platform: string, commentId: string): Promise<Comment | null> {
    const [row] = await this.dataSource.query<CommentRow[]>(
      `${COMMENT_SELECT} WHERE m.show_id = $1 AND m.platform = $2 AND m.platform_comment_id = $3`,
      [showId, platform, commentId],
    );
    return row === undefined ? null : toComment(row);
  }

  private rows<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.transactions.snapshot((tx) => tx.query<Row>(sql, parameters), BOUNDED_READ);
  }
}

export type RankedRow = ClaimRow & { rank: number | null };

/** A claim's place in its item's list: one of `GROUPS`, and the order within that group. */
interface ItemPlace {
  group: number;
  order: number;
}

const GROUPS = {
  winner: 0,
  waitlist: 1,
  pending: 2,
  unmatched: 3,
  released: 3,
  passed: 3,
  closed: 3,
} satisfies Record<ClaimStatus, number>;
const GROUP = `CASE c.status ${Object.entries(GROUPS)
  .map(([status, group]) => `WHEN '${status}' THEN ${group}`)
  .join(' ')} END`;

const RANKED_IN_ITEM = `SELECT ${CLAIM_COLUMNS}, CASE WHEN c.status = 'waitlist' THEN row_number() OVER (PARTITION BY c.status, c.item_key ORDER BY c.place) END AS rank,
    ${GROUP} AS "group",
    coalesce(CASE c.status WHEN 'winner' THEN c.won_seq WHEN 'waitlist' THEN c.place END, extract(epoch FROM c.updated_at))::double precision AS "order"
  FROM claims c ${CLAIM_JOINS}`;

/** @throws ApiError VALIDATION_FAILED */
function parseItemPlace(cursor: Keyset | null): (ItemPlace & { id: string }) | null {
  if (cursor === null) return null;
  const parts = /^([0-3]) (\S+)$/.exec(cursor.sortValue);
  const order = Number(parts?.[2]);
  if (parts === null || !Number.isFinite(order)) throw badCursor();
  return { group: Number(parts[1]), order, id: cursor.id };
}

/**
 * SQL that selects claims with their ranks. Each line is numbered once, because a count per claim would scan
 * a long line repeatedly. MATERIALIZED, because PostgreSQL has no statistics for a show that has just begun,
 * and would otherwise number the lines once per claim.
 */
export const withRanks = (claims: string): string => `WITH chosen AS MATERIALIZED (${claims}),
  line AS MATERIALIZED (SELECT w.id, row_number() OVER (PARTITION BY w.item_id, w.item_key ORDER BY w.place) AS rank FROM claims w
    WHERE w.status = 'waitlist' AND w.item_id IN (SELECT item_id FROM chosen WHERE status = 'waitlist'))
  SELECT ${CLAIM_COLUMNS}, line.rank FROM chosen JOIN claims c ON c.id = chosen.id LEFT JOIN line ON line.id = c.id ${CLAIM_JOINS}`;

export function toRankedClaim({ rank, ...row }: RankedRow): Claim {
  return toClaim(toRecord(row), rank);
}
