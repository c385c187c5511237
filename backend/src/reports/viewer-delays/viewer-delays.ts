import { Injectable } from '@nestjs/common';
import type { ViewerDelayProposals } from '@sellary/contracts';
import { BOUNDED_READ, convertInSlices, Transactions } from '../../kernel';
import { ShowAccess } from '../../shows';
import { type ContestedClaim, countOtherWinners } from './other-winners';
import { type FirstClaim, proposeDelays } from './propose-delays';

const MAX_SHOWN_ITEMS = 200;
/** If a show has more claims, an arbitrary subset of them is used. */
const MAX_CLAIMS = 50_000;
/** A later claim was probably not caused by showing the item. */
const MAX_LAG_SECONDS = 60;

/** Measures each source's time from showing an item to the first claim on it, and proposes viewer delays. */
@Injectable()
export class ViewerDelays {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ShowAccess,
  ) {}

  /** @throws ApiError NOT_FOUND, UNAVAILABLE if it takes too long */
  async propose(workspaceId: string, showId: string): Promise<ViewerDelayProposals> {
    await this.access.assertVisible(workspaceId, showId);
    return this.transactions.snapshot(async (tx) => {
      const firstClaims = await tx.query<FirstClaim>(
        `WITH shown AS (
             SELECT e.seq, e.at, (e.payload->'input'->>'itemId')::uuid AS item_id,
               lead(e.at) OVER (PARTITION BY e.payload->'input'->>'itemId' ORDER BY e.seq) AS shown_again FROM show_events e
             WHERE e.show_id = $1 AND e.type = 'operator.act' AND e.payload->>'act' = 'now_showing' AND e.payload->'input'->>'itemId' IS NOT NULL
             ORDER BY e.seq DESC LIMIT $2)
           SELECT m.platform, m.live_id AS "liveId", (extract(epoch FROM min(m.commented_at) - s.at) * 1000)::float8 AS "lagMs"
           FROM shown s JOIN claims c ON c.show_id = $1 AND c.item_id = s.item_id JOIN comments m ON m.id = c.comment_id
           WHERE m.commented_at >= s.at AND m.commented_at < least(s.at + make_interval(secs => $3), s.shown_again)
           GROUP BY s.seq, s.at, m.platform, m.live_id`,
        [showId, MAX_SHOWN_ITEMS, MAX_LAG_SECONDS],
      );
      const sources = proposeDelays(firstClaims);
      const isProposed = sources.some(({ proposedSeconds }) => proposedSeconds !== null);
      if (!isProposed) return { sources, otherWinners: 0 };
      const claims = await convertInSlices(
        tx,
        `SELECT c.item_key AS "itemKey", c.status = 'winner' AS won, m.platform, m.live_id AS "liveId",
           (extract(epoch FROM m.commented_at) * 1000)::float8 AS "claimTime", (extract(epoch FROM m.received_at) * 1000)::float8 AS arrival
         FROM claims c JOIN comments m ON m.id = c.comment_id
         WHERE c.show_id = $1 AND c.status IN ('winner', 'waitlist') AND NOT c.operator_action AND NOT c.queue_only LIMIT $2`,
        [showId, MAX_CLAIMS],
        (claim: ContestedClaim) => claim,
      );
      return { sources, otherWinners: countOtherWinners(claims, sources) };
    }, BOUNDED_READ);
  }
}
