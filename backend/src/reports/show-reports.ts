import { Injectable } from '@nestjs/common';
import {
  type Buyer,
  type BuyerLine,
  type BuyerList,
  MAX_SNAPSHOT_COMMENTS,
  type ShowSnapshot,
  type ShowWithItems,
} from '@sellary/contracts';
import { ClaimReads } from '../claim-engine';
import { ApiError, BOUNDED_READ, pageRequest, toPage, Transactions } from '../kernel';
import { readShow, readShowRow, ShowAccess } from '../shows';

interface BuyerLineRow extends Omit<BuyerLine, 'buyer' | 'amount'>, Buyer {
  amount: number;
  sortValue: string;
}

interface BuyersFilter {
  limit?: number;
  cursor?: string;
  /** Limits the list to buyers whose handle or name contains this text. */
  q?: string;
  /** `'true'` limits the list to buyers who won a unit. */
  won?: 'true' | 'false';
}

/** Reads a show with its items, the initial state for a console, and the show's buyers. */
@Injectable()
export class ShowReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly claims: ClaimReads,
    private readonly showAccess: ShowAccess,
  ) {}

  /**
   * Reads the show and its items in one database snapshot, so that they agree with `lastSeq`.
   * @throws ApiError NOT_FOUND
   */
  show(workspaceId: string, showId: string): Promise<ShowWithItems> {
    return this.transactions.snapshot(async (tx) => {
      const show = await readShow(tx, workspaceId, showId);
      if (show === null) throw ApiError.notFound('show');
      return { ...show, items: await this.claims.items(tx, showId) };
    }, BOUNDED_READ);
  }

  /**
   * A console's initial state, from one database snapshot, with the newest active claims and a cursor for the
   * older ones.
   * @throws ApiError NOT_FOUND
   */
  snapshot(workspaceId: string, showId: string): Promise<ShowSnapshot> {
    return this.transactions.snapshot(async (tx) => {
      const show = await readShow(tx, workspaceId, showId);
      if (show === null) throw ApiError.notFound('show');
      // The four reads run one after another. Each converts its rows in slices. If all four ran at the same
      // time, other requests would wait four times as long between slices.
      const items = await this.claims.items(tx, showId);
      const { claims, cursor } = await this.claims.activeClaims(tx, showId);
      const comments = await this.claims.latestComments(tx, showId, MAX_SNAPSHOT_COMMENTS);
      const review = await this.claims.openReviews(tx, showId);
      return {
        show,
        items,
        claims,
        comments,
        review,
        lastSeq: show.lastSeq,
        ...(cursor === null ? {} : { claimsCursor: cursor }),
      };
    }, BOUNDED_READ);
  }

  /**
   * Lists the buyers who won a unit or wait for one, sorted by handle.
   * @throws ApiError NOT_FOUND
   */
  async buyers(workspaceId: string, showId: string, query: BuyersFilter): Promise<BuyerList> {
    await this.showAccess.assertVisible(workspaceId, showId);
    const { limit, parameters } = pageRequest(query);
    const { show, rows } = await this.transactions.snapshot(
      async (tx) => ({
        show: await readShowRow(tx, showId),
        rows: await tx.query<BuyerLineRow>(
          `WITH page AS (
         SELECT b.* , lower(b.handle) AS "sortValue" FROM buyers b
         WHERE b.id IN (SELECT c.buyer_id FROM claims c WHERE c.show_id = $1 AND c.status = ANY ($6))
           AND ($2::text IS NULL OR (lower(b.handle), b.id) > ($2, $3::uuid))
           AND ($5::text IS NULL OR strpos(lower(b.handle), lower($5)) > 0 OR strpos(lower(b.display_name), lower($5)) > 0)
         ORDER BY lower(b.handle), b.id LIMIT $4)
       SELECT p.id, p.platform, p.platform_user_id AS "platformUserId", p.handle, p.display_name AS "displayName", p.hidden, p."sortValue",
         (SELECT count(*) FROM claims w WHERE w.show_id = $1 AND w.buyer_id = p.id AND w.status = 'waitlist') AS waitlisted,
         (SELECT count(*) FROM claims w WHERE w.show_id = $1 AND w.buyer_id = p.id AND w.status = 'winner') AS "totalItems",
         (SELECT coalesce(sum(w.price), 0)::bigint FROM claims w WHERE w.show_id = $1 AND w.buyer_id = p.id AND w.status = 'winner') AS amount,
         coalesce((SELECT json_agg(jsonb_strip_nulls(jsonb_build_object('variant', won.variant, 'amount', won.amount)) || jsonb_build_object('itemNumber', won.item_number, 'title', won.title, 'quantity', won.quantity)
             ORDER BY won.position, won.item_number, won.variant)
           FROM (SELECT i.item_number, i.title, i.position, substring(w.item_key FROM '/(.*)$') AS variant, count(*)::int AS quantity, sum(w.price) AS amount FROM claims w JOIN show_items i ON i.id = w.item_id
             WHERE w.show_id = $1 AND w.buyer_id = p.id AND w.status = 'winner' GROUP BY i.id, w.item_key) won), '[]'::json) AS items
       FROM page p ORDER BY p."sortValue", p.id`,
          [
            showId,
            ...parameters,
            query.q?.trim().replace(/^@/, '') || null,
            query.won === 'true' ? ['winner'] : ['winner', 'waitlist'],
          ],
        ),
      }),
      BOUNDED_READ,
    );
    const hasCurrency = show !== null && show.currency !== null;
    const page = toPage(rows, limit, (row) => ({ sortValue: row.sortValue, id: row.id }));
    return { buyers: page.rows.map((row) => toLine(row, hasCurrency)), nextCursor: page.nextCursor };
  }
}

function toLine(
  { items, totalItems, waitlisted, amount, sortValue, ...buyer }: BuyerLineRow,
  hasCurrency: boolean,
): BuyerLine {
  return { buyer, items, totalItems, waitlisted, ...(hasCurrency ? { amount } : {}) };
}
