import { Injectable } from '@nestjs/common';
import type { AwardRequest, AwardResult, Claim, ReleaseResult, UpdateClaimRequest } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { type ActCaller, actorOf } from '../../auth';
import { ApiError, readLedger, uuidV7 } from '../../kernel';
import { KnownPlatforms, type LockedShow, ShowTransactions } from '../../shows';
import { ACTIVE_STATUSES } from '../active-claims';
import { isActive, variantOf } from '../domain/allocation';
import { type ClaimRecord, toClaim } from '../records/claim-record';
import { type CommentRow } from '../records/comment-record';
import { newClaim } from '../records/new-claim';
import { readComments } from '../review/open-reviews';
import { auditAct, perform } from './act';
import { requireItem, readClaims, readPositions } from './act-reads';
import { award } from './award.act';
import { buyerForAward } from './award-buyer';
import { lineForAward } from './award-line';
import { annotateClaim, releaseClaim } from './claim-changes';
import { closeReviews, assertOpenReview } from './resolutions';
import { variantMatcher, wordsOf } from './variant-matches';

/**
 * Acts of operators and extensions on a single claim: release, award, flag. Idempotent: a repeated act
 * changes nothing and gets the same response.
 */
@Injectable()
export class ClaimActs {
  constructor(
    private readonly showTransactions: ShowTransactions,
    private readonly dataSource: DataSource,
    private readonly platforms: KnownPlatforms,
  ) {}

  /**
   * Ends the claim. If it won a unit, the unit goes to the first buyer in line. An inactive claim does not
   * change.
   * @throws ApiError NOT_FOUND, CLAIM_PAID
   */
  async release(caller: ActCaller, claimId: string, notes: string | undefined): Promise<ReleaseResult> {
    return this.onClaim(caller, claimId, async (show, claim) => {
      if (!isActive(claim.status)) return this.resultForInactive(show, claim);
      const before = toClaim(claim, null);
      const done = await releaseClaim(show, claim, actorOf(caller), { notes });
      const result: ReleaseResult = { claim: done.recorder.claimOf(claimId, null), actSeq: done.seq };
      const [, promotion] = done.changes;
      if (promotion !== undefined) result.promoted = done.recorder.claimOf(promotion.claimId, null);
      auditAct(show, caller, 'claim.release', ['claim', claimId], { before, after: result });
      return result;
    });
  }

  /**
   * Gives a unit to a buyer. The buyer is looked up by platform user id if there is one, otherwise by handle
   * if exactly one buyer in the show has it. If none does, the unit goes to a manual buyer, created if
   * necessary. If the buyer has a waiting claim, it wins.
   * @throws ApiError VALIDATION_FAILED (an unknown platform), NOT_FOUND, INVALID_TRANSITION (draft),
   * ITEM_SOLD_OUT, HANDLE_AMBIGUOUS (candidates in details)
   */
  async award(
    caller: ActCaller,
    showId: string,
    itemId: string,
    request: AwardRequest,
  ): Promise<AwardResult> {
    if (request.platform !== undefined) this.platforms.check(request.platform);
    return this.showTransactions.run(caller.workspaceId, showId, async (show) => {
      const item = await requireItem(show.tx, showId, itemId);
      if (show.row.status === 'draft') {
        throw new ApiError(
          'INVALID_TRANSITION',
          'This show is still a draft, so no unit can be awarded yet. Go live first.',
        );
      }
      const key = lineForAward(show, item, request.variant);
      const buyer = await buyerForAward(show, request);
      const activeClaims = await readClaims(
        show.tx,
        `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.buyer_id = $3 AND c.status IN ${ACTIVE_STATUSES}
         ORDER BY c.item_key <> $4, c.status <> 'winner', c.place, c.unit`,
        // A claim that is older than the item's variants is stored under the item's own key.
        [showId, [...new Set([key, item.itemKey])], buyer.id, key],
      );
      const matchVariant = variantMatcher([item], wordsOf(show));
      const activeClaim = activeClaims.find(
        ({ itemKey, why }) =>
          itemKey === key || [null, variantOf(key)].includes(matchVariant(item.itemKey, why.variantAsked)),
      );
      if (activeClaim?.status === 'winner') {
        return {
          claim: toClaim(activeClaim, null),
          actSeq: activeClaim.why.rule === 'awarded' ? activeClaim.actSeq : null,
        };
      }
      const review = await reviewToResolve(show, request.commentId);
      const before = activeClaim === undefined ? null : { status: activeClaim.status };
      if (activeClaim !== undefined && request.notes !== undefined) activeClaim.operatorNotes = request.notes;
      const newId = uuidV7();
      const actor = actorOf(caller);
      const done = await perform(show, award, {
        input: {
          itemId,
          buyerId: buyer.id,
          claimId: activeClaim?.id ?? newId,
          at: show.at,
          ...(item.variants === null ? {} : { variant: variantOf(key) ?? '' }),
          ...(request.notes === undefined ? {} : { notes: request.notes }),
          ...(review === null ? {} : { commentId: review.id }),
        },
        actor,
        items: [item],
        claims: activeClaims,
        make: (claim, _, why) =>
          newClaim(
            show,
            { buyer, item, comment: null, idempotencyKey: null, operatorNotes: request.notes },
            claim,
            why,
          ),
      });
      if (review !== null) {
        const claimIds = [activeClaim?.id ?? newId];
        const accepted = new Map([[review.id, { outcome: 'winner' as const, claimIds }]]);
        closeReviews(show, [review], { actor, seq: done.seq }, accepted);
      }
      const result: AwardResult = {
        claim: done.recorder.claimOf(activeClaim?.id ?? newId, null),
        actSeq: done.seq,
      };
      auditAct(show, caller, 'item.award', ['claim', result.claim.id], { before, after: result });
      return result;
    });
  }

  /**
   * Sets a claim's flag and note. Does not change any decision.
   * @throws ApiError NOT_FOUND
   */
  async annotate(caller: ActCaller, claimId: string, request: UpdateClaimRequest): Promise<Claim> {
    return this.onClaim(caller, claimId, async (show, claim) => {
      const before = { flagged: claim.flagged, operatorNotes: claim.operatorNotes };
      const after = {
        flagged: request.flagged ?? claim.flagged,
        operatorNotes: request.operatorNotes === undefined ? claim.operatorNotes : request.operatorNotes,
      };
      if (before.flagged === after.flagged && before.operatorNotes === after.operatorNotes) {
        const positions = await readPositions(show.tx, claim.status === 'waitlist' ? [claim] : []);
        return toClaim(claim, positions.get(claimId) ?? null);
      }
      const annotated = await annotateClaim(show, claim, after, actorOf(caller));
      auditAct(show, caller, 'claim.annotate', ['claim', claimId], { before, after });
      return annotated;
    });
  }

  private async resultForInactive(show: LockedShow, claim: ClaimRecord): Promise<ReleaseResult> {
    const actSeq = claim.status === 'released' ? await this.releasingActSeq(show, claim) : null;
    const result: ReleaseResult = { claim: toClaim(claim, null), actSeq };
    if (actSeq === null) return result;
    const [promoted] = await readClaims(
      show.tx,
      `c.show_id = $1 AND c.act_seq = $2 AND c.id <> $3 AND c.status = 'winner'`,
      [show.id, actSeq, claim.id],
    );
    return promoted === undefined ? result : { ...result, promoted: toClaim(promoted, null) };
  }

  /**
   * @returns the seq of the release or undo that released the claim, or null if it was released in another
   * way
   */
  private async releasingActSeq(show: LockedShow, { id, actSeq }: ClaimRecord): Promise<number | null> {
    if (actSeq === null) return null;
    const [row] = await readLedger(show.tx, show.id, actSeq - 1, 1);
    if (row?.type !== 'operator.act') return null;
    const { act, input } = row.data;
    return act === 'undo' || (act === 'release' && input.claimId === id) ? actSeq : null;
  }

  private async onClaim<T>(
    caller: ActCaller,
    claimId: string,
    act: (show: LockedShow, claim: ClaimRecord) => Promise<T>,
  ): Promise<T> {
    const [found] = await this.dataSource.query<{ show_id: string }[]>(
      'SELECT c.show_id FROM claims c JOIN shows s ON s.id = c.show_id WHERE c.id = $1 AND s.workspace_id = $2',
      [claimId, caller.workspaceId],
    );
    if (found === undefined) throw ApiError.notFound('claim');
    return this.showTransactions.run(caller.workspaceId, found.show_id, async (show) => {
      const [claim] = await readClaims(show.tx, 'c.id = $1', [claimId]);
      if (claim === undefined) throw ApiError.notFound('claim');
      return act(show, claim);
    });
  }
}

/**
 * The open review that the award resolves, if any.
 * @throws ApiError NOT_FOUND, ALREADY_RESOLVED
 */
async function reviewToResolve(show: LockedShow, commentId: string | undefined): Promise<CommentRow | null> {
  if (commentId === undefined) return null;
  const [row] = await readComments(show.tx, show.id, [commentId]);
  if (row === undefined) throw ApiError.notFound('comment');
  assertOpenReview(row);
  return row;
}
