import type { AcceptedComment, ShowRules } from '@sellary/contracts';
import { isoTime, type Reader } from '../../kernel';
import type { ShowRow } from '../../shows';
import { readClaimsOn } from '../acts/act-reads';
import { type ClaimState, viewerDelayMs } from '../domain/allocation';
import type { ClaimRecord } from '../records/claim-record';
import type { CommentRow } from '../records/comment-record';
import { ITEM_SELECT, type ItemRecord } from '../records/item-record';

/** Rows that accepting comments may change, and the lines that their claims may enter. */
interface AcceptReads {
  items: ItemRecord[];
  claims: ClaimRecord[];
  line: ClaimState[];
}

/** A comment, with the intents that would be decided if it were accepted. */
export type AcceptableComment = Omit<AcceptedComment, 'claimIds'>;

/**
 * The comment as the act records it. If `isSingle`, the operator knowingly accepts one comment, so it is not
 * refused because of a block or a deletion.
 */
export function toAcceptable(
  { id, buyerId, platform, liveId, commentedAt, receivedAt, block, deletedAt }: CommentRow,
  intents: AcceptedComment['intents'],
  rules: ShowRules,
  isSingle: boolean,
): AcceptableComment {
  const claimTime = commentedAt.getTime();
  const delay = viewerDelayMs(rules, { platform, liveId });
  const isDeleted = deletedAt !== null && rules.deletedComments !== 'keep';
  return {
    commentId: id,
    buyerId,
    claimTime: isoTime(claimTime),
    ...(delay === 0 ? {} : { fairTime: isoTime(claimTime - delay) }),
    arrival: isoTime(receivedAt.getTime()),
    ...(!isSingle && block === 'refuse' ? { block } : {}),
    ...(!isSingle && isDeleted ? { deleted: true } : {}),
    intents,
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
  const items = await reader.query<ItemRecord>(
    `${ITEM_SELECT} WHERE i.show_id = $1 AND i.item_key = ANY($2::text[])`,
    [show.id, keys],
  );
  const passedKeys = new Set(intents.filter(({ act }) => act === 'pass').map(({ item }) => item));
  // A pass may free several units, and waiting buyers may also pass.
  const lineItems = items.filter(({ itemKey }) => passedKeys.has(itemKey));
  const buyerIds = comments.map(({ buyerId }) => buyerId);
  const itemIds = items.map(({ id }) => id);
  const [{ buyersClaims, waiting }, line] = await Promise.all([
    readClaimsOn(reader, show.id, { keys, items, lineItems }, buyerIds),
    readLines(reader, itemIds),
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
