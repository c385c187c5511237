import { Injectable } from '@nestjs/common';
import { type ItemStatus, type ShowSummary, type SummaryItem, VIEWER_OUTCOMES } from '@sellary/contracts';
import { countedSql } from '../claim-engine';
import { ApiError, BOUNDED_READ, sqlWords, Transactions, type Tx } from '../kernel';
import { readShowRow, type ShowRow, statsOf } from '../shows';
import { bucketWidth, type SlotCounts, timelineOf, type TimeRange } from './timeline';

interface ItemRow extends Omit<
  SummaryItem,
  'status' | 'firstClaimAt' | 'soldOutAt' | 'sellOutMs' | 'price' | 'amount'
> {
  price: number | null;
  amount: number;
  status: ItemStatus;
  firstClaimAt: Date | null;
  soldOutAt: Date | null;
  openedAt: Date | null;
}

interface ClaimTotalsRow {
  claims: number;
  released: number;
  passed: number;
  flagged: number;
  unitsPaid: number;
  amountPaid: number;
  /** Claim time of the first claim from a comment. */
  firstClaim: Date | null;
  lastClaim: Date | null;
  firstClaimOrAward: Date | null;
  lastClaimOrAward: Date | null;
}

/**
 * Summarizes a show. All figures come from one database snapshot. Each is computed from rows or read from the
 * show's counters, which are updated with the ledger.
 */
@Injectable()
export class ShowSummaries {
  constructor(private readonly transactions: Transactions) {}

  /** @throws ApiError NOT_FOUND */
  summarize(workspaceId: string, showId: string): Promise<ShowSummary> {
    return this.transactions.snapshot(async (tx) => {
      const show = await readShowRow(tx, showId);
      if (show?.workspace_id !== workspaceId) throw ApiError.notFound('show');
      const [items, claimTotals, lastComment, busiestMinutes] = await Promise.all([
        readItems(tx, show),
        readClaimTotals(tx, showId),
        tx.query<{ at: Date | null }>(
          `SELECT max(commented_at) AS at FROM comments WHERE show_id = $1 AND outcome IN ${sqlWords(VIEWER_OUTCOMES)}`,
          [showId],
        ),
        tx.query<{ at: Date; claims: number }>(
          `SELECT date_trunc('minute', claimed_at) AS at, count(*) AS claims FROM claims c WHERE show_id = $1 AND ${countedSql('c')} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
          [showId],
        ),
      ]);
      const range = timeRangeOf(show, claimTotals, lastComment[0]?.at ?? null);
      const width = bucketWidth(range ?? { from: 0, to: 0 });
      const timeline = timelineOf(range, width, await readSlots(tx, showId, width));
      const [minute] = busiestMinutes;
      return {
        show: {
          id: show.id,
          name: show.name,
          status: show.status,
          ...(show.currency === null ? {} : { currency: show.currency }),
          startedAt: show.started_at?.toISOString() ?? null,
          endedAt: show.ended_at?.toISOString() ?? null,
        },
        lastSeq: show.last_seq,
        totals: totalsOf(show, claimTotals),
        items,
        timeline,
        fastestSellOut: fastestOf(items),
        busiestMinute: minute === undefined ? null : { at: minute.at.toISOString(), claims: minute.claims },
        mostWanted: mostWantedOf(items),
      };
    }, BOUNDED_READ);
  }
}

function totalsOf(show: ShowRow, claimTotals: ClaimTotalsRow): ShowSummary['totals'] {
  const { claims, released, passed, flagged, unitsPaid, amountPaid } = claimTotals;
  return {
    ...statsOf(show),
    claims,
    released,
    passed,
    flagged,
    unitsPaid,
    ...(show.currency === null ? {} : { amountPaid }),
  };
}

async function readItems(tx: Tx, show: ShowRow): Promise<SummaryItem[]> {
  const rows = await tx.query<ItemRow>(
    `SELECT i.id AS "itemId", i.item_number AS "itemNumber", i.title, i.position, i.total_quantity AS "totalQuantity",
       i.claimed_count AS "claimedCount", i.waitlist_count AS "waitlistCount",
       CASE WHEN i.claimed_count = 0 THEN 'unclaimed' WHEN i.claimed_count >= i.total_quantity THEN 'sold_out' ELSE 'partial' END AS status,
       i.price, coalesce(c.amount, 0)::bigint AS amount, coalesce(c.claims, 0) AS claims, coalesce(c.released, 0) AS released, coalesce(c.passed, 0) AS passed, c.first_at AS "firstClaimAt",
       CASE WHEN i.claimed_count >= i.total_quantity THEN e.at END AS "soldOutAt",
       greatest($2::timestamptz, i.created_at, CASE WHEN shown.at < e.at THEN shown.at END) AS "openedAt"
     FROM show_items i
     LEFT JOIN (SELECT item_id, count(*) AS claims, sum(price) FILTER (WHERE status = 'winner') AS amount, count(*) FILTER (WHERE status = 'released') AS released,
         count(*) FILTER (WHERE status = 'passed') AS passed, min(claimed_at) AS first_at, max(won_seq) FILTER (WHERE status = 'winner') AS last_won
       FROM claims k WHERE show_id = $1 AND item_id IS NOT NULL AND ${countedSql('k')} GROUP BY item_id) c ON c.item_id = i.id
     LEFT JOIN show_events e ON e.show_id = $1 AND e.seq = c.last_won
     LEFT JOIN (SELECT after->>'itemId' AS item_id, min(created_at) AS at FROM audit_log WHERE show_id = $1 AND action = 'show.now_showing'
       GROUP BY 1) shown ON shown.item_id = i.id::text
     WHERE i.show_id = $1 ORDER BY i.position, i.id`,
    [show.id, show.started_at],
  );
  return rows.map(({ openedAt, firstClaimAt, soldOutAt, price, amount, ...row }) => ({
    ...row,
    ...(price === null ? {} : { price }),
    ...(show.currency === null ? {} : { amount }),
    firstClaimAt: firstClaimAt?.toISOString() ?? null,
    soldOutAt: soldOutAt?.toISOString() ?? null,
    sellOutMs:
      soldOutAt === null || openedAt === null ? null : Math.max(0, soldOutAt.getTime() - openedAt.getTime()),
  }));
}

async function readClaimTotals(tx: Tx, showId: string): Promise<ClaimTotalsRow> {
  const rows = await tx.query<ClaimTotalsRow>(
    `SELECT count(*) AS claims, count(*) FILTER (WHERE status = 'released') AS released, count(*) FILTER (WHERE status = 'passed') AS passed,
       count(*) FILTER (WHERE flagged) AS flagged, count(*) FILTER (WHERE paid) AS "unitsPaid", coalesce(sum(price) FILTER (WHERE paid), 0)::bigint AS "amountPaid",
       min(claimed_at) FILTER (WHERE comment_id IS NOT NULL) AS "firstClaim", max(claimed_at) FILTER (WHERE comment_id IS NOT NULL) AS "lastClaim",
       min(claimed_at) AS "firstClaimOrAward", max(claimed_at) AS "lastClaimOrAward"
     FROM claims c WHERE show_id = $1 AND ${countedSql('c')}`,
    [showId],
  );
  // An aggregate without GROUP BY always returns one row.
  return rows[0] as ClaimTotalsRow;
}

/** Counts claims and comments per bucket of `width` seconds. Bucket 0 begins at the epoch. */
function readSlots(tx: Tx, showId: string, width: number): Promise<SlotCounts[]> {
  return tx.query<SlotCounts>(
    `SELECT slot, sum(claims)::bigint AS claims, sum(comments)::bigint AS comments FROM (
       SELECT floor(extract(epoch FROM claimed_at) / $2)::bigint AS slot, count(*) AS claims, 0 AS comments FROM claims c WHERE show_id = $1 AND ${countedSql('c')} GROUP BY 1
       UNION ALL
       SELECT floor(extract(epoch FROM commented_at) / $2)::bigint, 0, count(*) FROM comments WHERE show_id = $1 GROUP BY 1) counted
     GROUP BY slot ORDER BY slot`,
    [showId, width],
  );
}

/**
 * The period from the show's start (or its first claim, if earlier) to its last comment. The show's end is
 * not used, because the timeline of a show stopped days later would be almost empty. Awards may also be days
 * later, so they are used only if there are no claims from comments.
 */
function timeRangeOf(show: ShowRow, claimTotals: ClaimTotalsRow, lastComment: Date | null): TimeRange | null {
  const firsts = [show.started_at, claimTotals.firstClaim ?? claimTotals.firstClaimOrAward].flatMap(
    (at) => at?.getTime() ?? [],
  );
  const lasts = [show.started_at, lastComment, claimTotals.lastClaim ?? claimTotals.lastClaimOrAward].flatMap(
    (at) => at?.getTime() ?? [],
  );
  return firsts.length === 0 ? null : { from: Math.min(...firsts), to: Math.max(...lasts) };
}

function fastestOf(items: SummaryItem[]): ShowSummary['fastestSellOut'] {
  let fastest: ShowSummary['fastestSellOut'] = null;
  for (const { itemId, itemNumber, title, sellOutMs } of items) {
    if (sellOutMs !== null && sellOutMs < (fastest?.ms ?? Infinity)) {
      fastest = { itemId, itemNumber, title, ms: sellOutMs };
    }
  }
  return fastest;
}

function mostWantedOf(items: SummaryItem[]): ShowSummary['mostWanted'] {
  let mostWanted: ShowSummary['mostWanted'] = null;
  for (const { itemId, itemNumber, title, waitlistCount } of items) {
    if (waitlistCount > (mostWanted?.waiting ?? 0)) {
      mostWanted = { itemId, itemNumber, title, waiting: waitlistCount };
    }
  }
  return mostWanted;
}
