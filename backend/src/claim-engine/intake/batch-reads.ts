import type { Block, Buyer, PlatformId } from '@sellary/contracts';
import { plainArray, type Tx, uuidV7 } from '../../kernel';
import { ACTIVE_STATUSES, ITEM_KEY } from '../active-claims';
import type { ClaimsByItem } from '../domain/allocation';
import { CLAIM_SELECT, type ClaimRow } from '../records/claim-record';
import { ITEM_SELECT, LISTED_ITEM_SELECT, type ItemRecord } from '../records/item-record';

// Each key in a batch is looked up by its own index scan, even without statistics for a show that just began.
// OFFSET 0 keeps the planner from turning the lookups into one join, which would read the whole line of a
// popular item.
const BUYER_BY_KEY = `SELECT b.* FROM buyers b WHERE b.workspace_id = (SELECT workspace_id FROM shows WHERE id = $1) AND b.platform = k.platform AND b.platform_user_id = k.user_id`;

// Checks only the rows found by the other columns, because PostgreSQL does not use an index for a condition
// in this form (see ClaimEntity).
const inShowSql = (table: string): string => `(${table}.show_id = $1) IS TRUE`;

// A buyer's claims in the show. The row comparison makes PostgreSQL use both columns of the buyer-and-show
// index. A regular customer has claims in many shows, and for a small table PostgreSQL would scan the whole
// winners index once per buyer.
const claimsSql = (buyerId: string, condition: string): string =>
  `FROM claims w WHERE ROW(w.buyer_id, w.show_id) >= ROW(${buyerId}, $1) AND ROW(w.buyer_id, w.show_id) <= ROW(${buyerId}, $1)
     AND (w.status ${condition}) IS TRUE`;
const winsSql = (buyerId: string): string => `(SELECT count(*) ${claimsSql(buyerId, "= 'winner'")})`;
const holdingsSql = (buyerId: string): string =>
  `(SELECT jsonb_object_agg(h.key, h.claims) FROM
     (SELECT ${ITEM_KEY} AS key, count(*) AS claims ${claimsSql(buyerId, `IN ${ACTIVE_STATUSES}`)} GROUP BY 1) h)`;

/** The author of a comment, under a made-up identity if the platform hides the author. */
export interface Identity {
  platform: PlatformId;
  userId: string;
  handle: string;
  displayName: string;
  hidden: boolean;
}

export interface BuyerRow extends Buyer {
  /** Units won in the show before this batch. */
  wins: number;
  /** Active claims in the show before this batch, by item, or null if none or not requested. */
  claimsByItem: ClaimsByItem | null;
  block: Block | null;
}

/** A comment that is already stored. */
export interface KnownComment {
  platform: string;
  id: string;
  /** True if the platform has not reported the author. */
  authorHidden: boolean;
}

/** Stored comments whose ids have several forms; `id` is the requested form. */
export const readKnownInOtherForm = (
  tx: Tx,
  showId: string,
  comments: { platform: string; liveId: string; idInBroadcast: string; commentId: string }[],
): Promise<KnownComment[]> =>
  tx.prepared(
    `SELECT k.platform, k.id, stored."authorHidden" FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS k(platform, live_id, number, id)
     CROSS JOIN LATERAL (SELECT (SELECT b.hidden FROM buyers b WHERE b.id = m.buyer_id) AS "authorHidden" FROM comments m
       WHERE m.id_in_broadcast = k.number AND m.live_id = k.live_id AND m.show_id = $1 AND m.platform = k.platform OFFSET 0) stored`,
    [
      showId,
      plainArray(comments.map((c) => c.platform)),
      comments.map((c) => c.liveId),
      comments.map((c) => c.idInBroadcast),
      comments.map((c) => c.commentId),
    ],
  );

/**
 * Reads which comments are already stored, and whether their authors are hidden. May include comments from
 * other platforms with the same ids. One index scan covers all of them.
 */
export const readKnown = (
  tx: Tx,
  showId: string,
  platforms: string[],
  ids: string[],
): Promise<KnownComment[]> =>
  tx.prepared(
    `SELECT m.platform, m.platform_comment_id AS id, (SELECT b.hidden FROM buyers b WHERE b.id = m.buyer_id) AS "authorHidden" FROM comments m
     WHERE m.platform_comment_id = ANY($3::text[]) AND m.platform = ANY($2::text[]) AND ${inShowSql('m')}`,
    [showId, platforms, ids],
  );

/**
 * The batch's known buyers, with the units that each `acting` buyer has won in the show and, if
 * `withHoldings`, their active claims in it.
 */
export const readBuyers = (
  tx: Tx,
  showId: string,
  identities: Identity[],
  acting: boolean[],
  withHoldings: boolean,
): Promise<BuyerRow[]> =>
  tx.prepared(
    `SELECT b.id, b.platform, b.platform_user_id AS "platformUserId", b.handle, b.display_name AS "displayName", b.hidden, b.block,
       CASE WHEN k.acting THEN ${winsSql('b.id')} ELSE 0 END AS wins,
       CASE WHEN k.acting AND $5 THEN ${holdingsSql('b.id')} END AS "claimsByItem"
     FROM unnest($2::text[], $3::text[], $4::bool[]) AS k(platform, user_id, acting)
     CROSS JOIN LATERAL (${BUYER_BY_KEY} OFFSET 0) b`,
    [
      showId,
      plainArray(identities.map((i) => i.platform)),
      identities.map((i) => i.userId),
      plainArray(acting),
      withHoldings,
    ],
  );

/**
 * Creates new buyers and renames those whose handle or name changed. Sorts by key, because shows share
 * buyers, and two shows must not lock them in different orders. Call it only with new and changed buyers,
 * because ON CONFLICT locks, and therefore writes, every row that it finds.
 */
export const upsertBuyers = (tx: Tx, showId: string, identities: Identity[], at: string): Promise<unknown> =>
  tx.prepared(
    `INSERT INTO buyers (id, workspace_id, platform, platform_user_id, handle, display_name, hidden, created_at, updated_at)
     SELECT n.id, s.workspace_id, n.platform, n.user_id, n.handle, n.display_name, n.hidden, $8, $8
     FROM shows s, unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bool[]) AS n(id, platform, user_id, handle, display_name, hidden)
     WHERE s.id = $1
     ORDER BY n.platform, n.user_id
     ON CONFLICT (workspace_id, platform, platform_user_id) DO UPDATE
       SET handle = excluded.handle, display_name = excluded.display_name, updated_at = excluded.updated_at
       WHERE buyers.handle <> excluded.handle OR buyers.display_name <> excluded.display_name`,
    [
      showId,
      plainArray(identities.map(() => uuidV7())),
      plainArray(identities.map((i) => i.platform)),
      identities.map((i) => i.userId),
      identities.map((i) => i.handle),
      identities.map((i) => i.displayName),
      plainArray(identities.map((i) => i.hidden)),
      at,
    ],
  );

/** `hasPasses`: true if winners may give up units in this batch. */
export const readItems = (
  tx: Tx,
  showId: string,
  keys: string[],
  hasPasses: boolean,
): Promise<ItemRecord[]> =>
  tx.prepared(
    `${hasPasses ? ITEM_SELECT : LISTED_ITEM_SELECT} WHERE i.show_id = $1 AND i.item_key = ANY($2::text[])`,
    [showId, keys],
  );

/** Active claims of these identities on these item keys, pair by pair. */
export const readPairs = (
  tx: Tx,
  showId: string,
  pairs: { key: string; platform: string; userId: string }[],
): Promise<ClaimRow[]> =>
  tx.prepared(
    `SELECT c.* FROM unnest($2::text[], $3::text[], $4::text[]) AS k(item_key, platform, user_id)
     CROSS JOIN LATERAL (${BUYER_BY_KEY} OFFSET 0) holder
     CROSS JOIN LATERAL (${CLAIM_SELECT} WHERE c.buyer_id = holder.id AND c.item_key = k.item_key AND ${inShowSql('c')}
       AND c.status IN ${ACTIVE_STATUSES} OFFSET 0) c`,
    [showId, pairs.map((p) => p.key), pairs.map((p) => p.platform), pairs.map((p) => p.userId)],
  );

export interface LineHeadRow extends ClaimRow {
  wins: number;
}

/**
 * A buyer who may give up units of an item, claimed earlier or in this batch. `claimedUnits`: total number of
 * units of the item that buyers claim in the batch; each unit may also move a waiting claim out of the line.
 */
export interface PassingBuyer {
  key: string;
  platform: string;
  userId: string;
  claimedUnits: number;
}

/**
 * The first waiting claims of each item, in order: as many as there are units that may be given up, or all if
 * the policy chooses among them. Each claim has the number of units that its buyer has won in the show.
 */
export const readLineHeads = (
  tx: Tx,
  showId: string,
  passingBuyers: PassingBuyer[],
  wholeLine: boolean,
): Promise<LineHeadRow[]> =>
  tx.prepared(
    `SELECT c.*, ${winsSql('c."buyerId"')} AS wins
     FROM (SELECT k.item_key, sum(k.claimed_units + (SELECT count(*) FROM (${BUYER_BY_KEY} OFFSET 0) h
         CROSS JOIN LATERAL (SELECT 1 FROM claims c WHERE c.buyer_id = h.id AND c.item_key = k.item_key AND ${inShowSql('c')}
           AND c.status IN ${ACTIVE_STATUSES} OFFSET 0) g))::bigint AS max_units
       FROM unnest($2::text[], $3::text[], $4::text[], $5::int[]) AS k(item_key, platform, user_id, claimed_units) GROUP BY k.item_key) f
     JOIN show_items li ON li.show_id = $1 AND li.item_key = split_part(f.item_key, '/', 1)
     CROSS JOIN LATERAL (${CLAIM_SELECT}
       WHERE c.item_id = li.id AND c.status = 'waitlist' AND (c.item_key = f.item_key) IS TRUE ORDER BY c.place LIMIT CASE WHEN $6 THEN NULL ELSE f.max_units END) c`,
    [
      showId,
      passingBuyers.map((buyer) => buyer.key),
      passingBuyers.map((buyer) => buyer.platform),
      passingBuyers.map((buyer) => buyer.userId),
      plainArray(passingBuyers.map((buyer) => buyer.claimedUnits)),
      wholeLine,
    ],
  );
