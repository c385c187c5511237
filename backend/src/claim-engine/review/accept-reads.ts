import type { AcceptedComment, ShowRules } from '@sellary/contracts';
import { isoTime, type Reader } from '../../kernel';
import type { ShowRow } from '../../shows';
import { readClaims } from '../acts/act-reads';
import { ACTIVE_STATUSES } from '../active-claims';
import { type ClaimState, viewerDelayMs } from '../domain/allocation';
import type { ClaimRecord } from '../records/claim-record';
import type { CommentRow } from '../records/comment-record';
import { ITEM_SELECT, type ItemRecord, toItemStates } from '../records/item-record';

/** Rows that accepting comments may change, and the lines that their claims may enter. */
interface AcceptReads {
  items: ItemRecord[];
  claims: ClaimRecord[];
  line: ClaimState[];
}

/** The times that decide an accepted comment, as the act records them. */
export function acceptedTimes(
  { platform, liveId, commentedAt, receivedAt }: CommentRow,
  rules: ShowRules,
): Pick<AcceptedComment, 'claimTime' | 'fairTime' | 'arrival'> {
  const claimTime = commentedAt.getTime();
  const delay = viewerDelayMs(rules, { platform, liveId });
  return {
    claimTime: isoTime(claimTime),
    ...(delay === 0 ? {} : { fairTime: isoTime(claimTime - delay) }),
    arrival: isoTime(receivedAt.getTime()),
  };
}

/** The reasons not to give the comment a claim if it is accepted together with others. */
export function refusalReasonsOf(
  { block, deletedAt }: CommentRow,
  { deletedComments }: ShowRules,
): Pick<AcceptedComment, 'block' | 'deleted'> {
  return {
    ...(block === 'refuse' ? { block } : {}),
    ...(deletedAt !== null && deletedComments !== 'keep' ? { deleted: true } : {}),
  };
}

/** Reads the board for accepted comments in a fixed number of queries. */
export async function readForAccept(
  reader: Reader,
  show: ShowRow,
  comments: readonly Pick<AcceptedComment, 'buyerId' | 'intents'>[],
): Promise<AcceptReads> {
  const intents = comments.flatMap((comment) => comment.intents);
  const keys = [...new Set(intents.map(({ item }) => item))];
  const buyers = [...new Set(comments.map(({ buyerId }) => buyerId))];
  const items = await reader.query<ItemRecord>(
    `${ITEM_SELECT} WHERE i.show_id = $1 AND i.item_key = ANY($2::text[])`,
    [show.id, keys],
  );
  // Limits count all variants of an item together, and a pass may apply to all of them.
  const lineKeys = [...new Set([...keys, ...items.flatMap(toItemStates).map(({ key }) => key)])];
  const passedKeys = new Set(intents.filter(({ act }) => act === 'pass').map(({ item }) => item));
  const passedItemIds = items.filter(({ itemKey }) => passedKeys.has(itemKey)).map(({ id }) => id);
  const [buyersClaims, waiting, line] = await Promise.all([
    readClaims(
      reader,
      `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.buyer_id = ANY($3::uuid[]) AND c.status IN ${ACTIVE_STATUSES}`,
      [show.id, lineKeys, buyers],
    ),
    passedItemIds.length === 0
      ? []
      : // A pass may free several units, and waiting buyers may also pass.
        readClaims(reader, `c.item_id = ANY($1::uuid[]) AND c.status = 'waitlist'`, [passedItemIds]),
    readLines(
      reader,
      items.map(({ id }) => id),
    ),
  ]);
  const claims = [...new Map([...buyersClaims, ...waiting].map((claim) => [claim.id, claim])).values()];
  return { items, claims, line };
}

/**
 * The items' whole lines, and all claims with a fractional place, because a new claim must not get the same
 * place.
 */
async function readLines(reader: Reader, itemIds: string[]): Promise<ClaimState[]> {
  if (itemIds.length === 0) return [];
  const rows = await reader.query<
    Omit<ClaimState, 'claimTime' | 'fairTime' | 'arrival'> & {
      claimedAt: Date;
      fairTime: string | null;
      receivedAt: Date;
    }
  >(
    `SELECT c.id, c.item_key AS "itemKey", c.item_id AS "itemId", c.buyer_id AS "buyerId", c.status, c.unit, c.place,
       c.queue_only AS "queueOnly", c.claimed_at AS "claimedAt", c.why->>'fairTime' AS "fairTime", c.received_at AS "receivedAt"
     FROM claims c WHERE c.item_id = ANY($1::uuid[]) AND (c.status = 'waitlist' OR c.place <> floor(c.place))`,
    [itemIds],
  );
  return rows.map(({ claimedAt, fairTime, receivedAt, ...claim }) => ({
    ...claim,
    claimTime: claimedAt.getTime(),
    ...(fairTime === null ? {} : { fairTime: Date.parse(fairTime) }),
    arrival: receivedAt.getTime(),
  }));
}
