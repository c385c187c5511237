import { Injectable } from '@nestjs/common';
import type { Claim, Comment, Outcome } from '@sellary/contracts';
import { ApiError, Clock, type Tx } from '../../kernel';
import { type Lane, type LockedShow, lockShow, ShowDesk, ShowQueue } from '../../shows';
import { decide, type Decision } from '../domain/allocation';
import { Projection } from '../projection/projection';
import { sendProjection } from '../projection/writes';
import { toClaimState, toRecord } from '../records/claim-record';
import { type ItemRecord, toItemState } from '../records/item-record';
import { claimFrom, commentKey, identityKey, prepare, type Reading, toInput, toWireComment } from './batch';
import { type BuyerRow, type Identity, readBuyers, readItems, readKnown, readLineHeads, readPairs, upsertBuyers } from './batch-reads';
import { type CommentToStore, insertComments } from './comment-writes';
import type { LiveComment } from './live-comment';
import { readText, type Vocabulary, Vocabularies } from './vocabulary';

/** What became of a submitted comment. `comment` is null for a duplicate: it is stored already, from its first time. */
export interface IntakeResult {
  commentId: string;
  outcome: Outcome | 'duplicate';
  comment: Comment | null;
  claims: Claim[];
  promoted: Claim[];
}

type Prepared = ReturnType<typeof prepare> & { early: { vocabulary: Vocabulary; parsed: Reading['parsed'] } | null };

/** What a batch reads under the lock before it decides. */
interface BatchReads {
  known: Set<string>;
  buyers: Map<string, BuyerRow>;
  items: ItemRecord[];
  pairs: Awaited<ReturnType<typeof readPairs>>;
  heads: Awaited<ReturnType<typeof readLineHeads>>;
}

/** Where every comment enters. The promise resolves after COMMIT and not before: only then may a webhook be answered or a watermark move. */
@Injectable()
export class ClaimIntake {
  private readonly lane: Lane<Prepared, IntakeResult> = { limit: 500, process: (showId, inputs) => this.process(showId, inputs) };

  constructor(
    private readonly desk: ShowDesk,
    private readonly queue: ShowQueue,
    private readonly vocabularies: Vocabularies,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes comments of one show in, in the order given; each exactly once, however often it comes.
   * @returns one result per comment, in order. @throws ApiError NOT_FOUND without such a show, UNAVAILABLE where the database is not there: submit again.
   */
  submit(showId: string, comments: LiveComment[]): Promise<IntakeResult[]> {
    const receivedAt = this.clock.now();
    const vocabulary = this.vocabularies.peek(showId);
    const prepared = comments.map((comment): Prepared => {
      const ready = prepare({ ...comment, receivedAt });
      return { ...ready, early: vocabulary === undefined ? null : { vocabulary, parsed: readText(ready.text, vocabulary) } };
    });
    return this.queue.submitTo(showId, this.lane, prepared);
  }

  private process(showId: string, inputs: Prepared[]): Promise<IntakeResult[]> {
    return this.desk.transact(async (tx) => {
      const at = this.clock.iso();
      const guess = this.vocabularies.peek(showId);
      const locking = lockShow(tx, showId);
      // Sent behind the lock without waiting for its answer, which is nearly always what was expected.
      const reading = guess === undefined ? null : this.read(tx, showId, parse(inputs, guess), at);
      const [row, early] = await Promise.all([locking, reading]);
      if (row === null) throw ApiError.notFound('show');
      const show = this.desk.open(tx, row);
      const vocabulary = await this.vocabularies.of(tx, row);
      const readings = parse(inputs, vocabulary);
      const reads = early !== null && guess === vocabulary ? early : await this.read(tx, showId, readings, at);
      return { show, result: await this.decideAndWrite(show, readings, reads) };
    });
  }

  private async read(tx: Tx, showId: string, readings: Reading[], at: string): Promise<BatchReads> {
    const identities = [...new Map(readings.map(({ identity }) => [identityKey(identity), identity])).values()];
    const { pairs, keys, passKeys } = touched(readings);
    const [known, , buyers, items, held, heads] = await Promise.all([
      readKnown(
        tx,
        showId,
        readings.map((r) => r.arrived.platform),
        readings.map((r) => r.arrived.commentId),
      ),
      upsertBuyers(tx, showId, identities, at),
      readBuyers(tx, showId, identities),
      keys.length === 0 ? [] : readItems(tx, showId, keys),
      pairs.length === 0 ? [] : readPairs(tx, showId, pairs),
      passKeys.size === 0 ? [] : readLineHeads(tx, showId, [...passKeys.keys()], [...passKeys.values()]),
    ]);
    return {
      known: new Set(known.map((one) => commentKey({ platform: one.platform, commentId: one.id }))),
      buyers: new Map(buyers.map((buyer) => [identityKey({ platform: buyer.platform, userId: buyer.platformUserId }), buyer])),
      items,
      pairs: held,
      heads,
    };
  }

  private async decideAndWrite(show: LockedShow, readings: Reading[], reads: BatchReads): Promise<IntakeResult[]> {
    const seen = new Set(reads.known);
    const fresh = readings.filter(({ arrived }) => {
      const key = commentKey(arrived);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    const buyerOf = (identity: Identity): BuyerRow => {
      const buyer = reads.buyers.get(identityKey(identity));
      if (buyer === undefined) throw new Error('A buyer of the batch was not stored');
      return buyer;
    };
    const claims = new Map([...reads.pairs, ...reads.heads].map((row) => [row.id, toRecord(row)]));
    const byRef = new Map(fresh.map((reading) => [reading.ref, reading]));
    const items = new Map(reads.items.map((item) => [item.id, item]));
    const { row, stats } = show;
    const decisions = decide(
      {
        items: reads.items.map(toItemState),
        claims: [...claims.values()].map(toClaimState),
        spans: row.spans,
        ended: row.status === 'ended',
        maxClaimsPerComment: row.max_claims_per_comment,
      },
      fresh.map((reading) => toInput(reading, buyerOf(reading.identity).id, row.max_claims_per_comment)),
    );
    const wins = new Map([
      ...reads.heads.map((head) => [head.buyerId, head.wins] as const),
      ...[...reads.buyers.values()].map((b) => [b.id, b.wins] as const),
    ]);
    const origin = (reading: Reading) => ({
      showId: show.id,
      at: show.at,
      batch: show.batch,
      buyer: wireBuyer(buyerOf(reading.identity)),
      reading,
    });
    const projection = new Projection(show, { items, claims, wins }, (claim, ref, why) => {
      const reading = byRef.get(ref ?? -1);
      if (reading === undefined) throw new Error('A claim was decided for a comment that is not in the batch');
      return claimFrom(origin(reading), claim, why, claim.itemId === null ? undefined : items.get(claim.itemId));
    });
    const stored = new Map<number, CommentToStore>();
    for (const decision of decisions) {
      const reading = decision.kind === 'comment' ? byRef.get(decision.ref) : undefined;
      if (decision.kind !== 'comment' || reading === undefined) continue;
      stored.set(decision.ref, {
        reading,
        comment: toWireComment(show.id, reading, wireBuyer(buyerOf(reading.identity)), decision.outcome, decision.claimIds),
      });
    }
    // Nothing is awaited to its end here: each part is sent as soon as it is ready, and the desk looks at every answer together with COMMIT's.
    if (stored.size > 0) show.await([insertComments(show, [...stored.values()])]);
    await show.flush();
    const results = new Map<number, IntakeResult>();
    let current: IntakeResult | undefined;
    for (const decision of decisions) {
      if (decision.kind === 'comment') {
        const comment = stored.get(decision.ref)?.comment;
        if (comment === undefined) continue;
        stats.comments += 1;
        stats.review += decision.outcome === 'review' ? 1 : 0;
        show.record('comment.received', { comment, parsed: comment.parsed });
        current = { commentId: comment.commentId, outcome: decision.outcome, comment, claims: [], promoted: [] };
        results.set(decision.ref, current);
      } else {
        projection.apply(decision);
        collect(current, decision, projection);
      }
    }
    projection.recordItems();
    show.await(sendProjection(show.tx, projection, show.at));
    await show.flush();
    return readings.map(
      (reading) =>
        results.get(reading.ref) ?? { commentId: reading.arrived.commentId, outcome: 'duplicate', comment: null, claims: [], promoted: [] },
    );
  }
}

const wireBuyer = ({ wins: _, ...buyer }: BuyerRow) => buyer;

/** Reads the texts, unless that was done on arrival with the same words. */
function parse(inputs: Prepared[], vocabulary: Vocabulary): Reading[] {
  return inputs.map(({ early, ...ready }, ref) => ({
    ...ready,
    ref,
    parsed: early?.vocabulary === vocabulary ? early.parsed : readText(ready.text, vocabulary),
  }));
}

/** What the batch's automatic acts touch: pairs of item and buyer, item keys, and how many passes each item may see. */
function touched(readings: Reading[]): {
  pairs: { key: string; platform: string; userId: string }[];
  keys: string[];
  passKeys: Map<string, number>;
} {
  const pairs = new Map<string, { key: string; platform: string; userId: string }>();
  const passKeys = new Map<string, number>();
  for (const { parsed, identity } of readings) {
    if (parsed.route !== 'auto') continue;
    for (const intent of parsed.intents) {
      pairs.set(`${intent.item} ${identityKey(identity)}`, { key: intent.item, platform: identity.platform, userId: identity.userId });
      if (intent.act === 'pass') passKeys.set(intent.item, (passKeys.get(intent.item) ?? 0) + 1);
    }
  }
  return { pairs: [...pairs.values()], keys: [...new Set([...pairs.values()].map((pair) => pair.key))], passKeys };
}

/** Adds to a comment's result the claims that came of it. */
function collect(result: IntakeResult | undefined, decision: Exclude<Decision, { kind: 'comment' }>, projection: Projection): void {
  if (result === undefined) return;
  if (decision.kind === 'created') result.claims.push(projection.claimOf(decision.claim.id, decision.position));
  if (decision.kind !== 'freed') return;
  result.claims.push(projection.claimOf(decision.claimId, null));
  if (decision.promoted !== null) result.promoted.push(projection.claimOf(decision.promoted.claimId, null));
}
