import type { AcceptedComment, Actor, Claim, Comment, Item } from '@sellary/contracts';
import { uuidV7 } from '../../kernel';
import { type LockedShow, rulesOf } from '../../shows';
import { buyerOf } from '../records/buyer-columns';
import type { CommentRow } from '../records/comment-record';
import { toClaim } from '../records/claim-record';
import { newClaim } from '../records/new-claim';
import { readForAccept, toAcceptable } from '../review/accept-reads';
import { accept } from './accept.act';
import { type ActResult, perform } from './act';
import { readClaims, readPositions } from './act-reads';
import { type Acceptance, closeReviews } from './resolutions';

/** An open review and the intents to accept. */
export interface ReviewToAccept {
  row: CommentRow;
  intents: AcceptedComment['intents'];
}

export interface AcceptDone {
  seq: number;
  comments: Comment[];
  claims: Claim[];
  items: Item[];
}

/**
 * Decides the comments in claim-time order, in one act, and closes their reviews. `isSingle` means that the
 * operator saw the comment and accepts it alone. The comment then gets its claims even if the buyer is
 * blocked or the comment was deleted.
 */
export async function acceptReviews(
  show: LockedShow,
  actor: Actor,
  reviews: readonly ReviewToAccept[],
  { isSingle, countedWord }: { isSingle: boolean; countedWord?: string },
): Promise<AcceptDone> {
  const rules = rulesOf(show.row);
  const comments = reviews.map(({ row, intents }) => ({
    ...toAcceptable(row, intents, rules, isSingle),
    claimIds: intents.flatMap(({ act, qty = 1 }) =>
      act === 'pass' ? [] : Array.from({ length: qty }, () => uuidV7()),
    ),
  }));
  const reads = await readForAccept(show.tx, show.row, comments);
  const items = new Map(reads.items.map((item) => [item.id, item]));
  const done = await perform(show, accept, {
    ...reads,
    input: { comments, ...(countedWord === undefined ? {} : { countedWord }) },
    actor,
    make: (claim, ref, why) => {
      const row = reviews[ref ?? -1]?.row;
      if (row === undefined) throw new Error('A claim was decided for a comment that was not accepted');
      const origin = {
        buyer: buyerOf(row),
        item: items.get(claim.itemId ?? ''),
        comment: { id: row.commentId, rowId: row.id, text: row.text },
        // The comment's resolution prevents a second claim. After an undo, the comment may be accepted again.
        idempotencyKey: null,
      };
      return newClaim(show, origin, claim, why);
    },
  });
  const closedComments = closeReviews(
    show,
    reviews.map(({ row }) => row),
    { actor, seq: done.seq },
    resultsOf(done, reviews),
  );
  return {
    seq: done.seq,
    comments: closedComments,
    claims: await claimsAfter(show, done),
    items: done.recorder.changedItems.map(({ id }) => done.recorder.itemOf(id)),
  };
}

function resultsOf({ decisions }: ActResult, reviews: readonly ReviewToAccept[]): Map<string, Acceptance> {
  return new Map(
    decisions.flatMap((decision) => {
      const row = decision.kind === 'comment' ? reviews[decision.ref]?.row : undefined;
      if (decision.kind !== 'comment' || row === undefined) return [];
      const { outcome, claimIds, outcomes, why } = decision;
      return [[row.id, { outcome, claimIds, outcomes, ...(why === undefined ? {} : { why }) }] as const];
    }),
  );
}

/** Every claim that the act created or changed, in its state after the act. */
async function claimsAfter(show: LockedShow, { changes }: ActResult): Promise<Claim[]> {
  const ids = [...new Set(changes.map(({ claimId }) => claimId))];
  if (ids.length === 0) return [];
  const records = await readClaims(show.tx, 'c.id = ANY($1::uuid[])', [ids]);
  const positions = await readPositions(
    show.tx,
    records.filter(({ status }) => status === 'waitlist'),
  );
  const byId = new Map(
    records.map((record) => [record.id, toClaim(record, positions.get(record.id) ?? null)]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
