import { Injectable } from '@nestjs/common';
import type { LiveComment } from '@sellary/extension-kit';
import { ApiError, Clock, Step, type Tx } from '../../kernel';
import { type Lane, lockShow, ShowTransactions, ShowQueue } from '../../shows';
import { identityKey, maxClaims, prepare, shareAuthors, type BatchComment } from './batch';
import {
  type PassingBuyer,
  type KnownComment,
  readItems,
  readKnown,
  readKnownInOtherForm,
  readLineHeads,
  readPairs,
} from './batch-reads';
import { neededAuthors, knownKey, resolveBuyers } from './batch-buyers';
import { type BatchReads, decideAndRecord, type IntakeResult } from './batch-record';
import { identifyAuthors } from './identify-authors';
import { lineKey } from '../domain/allocation';
import { setIds, joinNamesakes, readNamesakes, uniqueHandleIdentities } from './namesakes';
import { type Vocabulary, Vocabularies } from './vocabulary';

type PreparedComment = ReturnType<typeof prepare> & {
  parsedOnArrival: { vocabulary: Vocabulary; parsed: BatchComment['parsed'] } | null;
};

/**
 * Maximum number of normal-length comments in one transaction. The lock, the reads, and the COMMIT cost the
 * same for any batch size, so a large number of comments is stored sooner with 1,000 per batch than with 500.
 * An operator's act runs between two batches, so it waits for at most one.
 */
const MAX_BATCH_SIZE = 1_000;

/**
 * Number of characters that take about as long to store as an ordinary comment and everything stored with it.
 */
const CHARACTERS_PER_WEIGHT = 500;

/** Maximum number of intents per comment that a show's rules can allow. */
const MAX_WEIGHED_INTENTS = 10;

/** A submission with more comments than this waits until the vocabulary is loaded. */
const MAX_BATCH_WITHOUT_VOCABULARY = 20;

/**
 * Entry point for every comment. `submit` resolves only after COMMIT. Until then, a caller must not answer a
 * webhook or move a watermark.
 */
@Injectable()
export class ClaimIntake {
  private readonly lane: Lane<PreparedComment, IntakeResult> = {
    limit: MAX_BATCH_SIZE,
    weigh: ({ text, parsedOnArrival }) =>
      1 +
      Math.floor(text.length / CHARACTERS_PER_WEIGHT) +
      (parsedOnArrival === null
        ? 0
        : Math.max(0, maxClaims(parsedOnArrival.parsed, MAX_WEIGHED_INTENTS) - 1)),
    process: (showId, inputs) => this.process(showId, inputs),
  };

  constructor(
    private readonly showTransactions: ShowTransactions,
    private readonly queue: ShowQueue,
    private readonly vocabularies: Vocabularies,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in one show's comments, in the given order. Each comment is stored exactly once, even if it arrives
   * several times. A long list is parsed step by step, but enters the queue as a whole.
   * @returns one result per comment, in order.
   * @throws ApiError NOT_FOUND (show), UNAVAILABLE if the database is not available (submit again).
   */
  async submit(showId: string, comments: LiveComment[]): Promise<IntakeResult[]> {
    const receivedAt = this.clock.now();
    // Without the vocabulary, all comments would be parsed in one step, under the show's lock.
    const vocabulary =
      this.vocabularies.peek(showId) ??
      (comments.length > MAX_BATCH_WITHOUT_VOCABULARY ? await this.vocabularies.load(showId) : undefined);
    const prepared: PreparedComment[] = [];
    const step = new Step();
    for (const comment of comments) {
      if (step.isOver) await step.pause();
      const base = prepare({ ...comment, receivedAt });
      const parsedOnArrival =
        vocabulary === undefined ? null : { vocabulary, parsed: vocabulary.read(base.text) };
      prepared.push({ ...base, parsedOnArrival });
    }
    return this.queue.submitTo(showId, this.lane, prepared);
  }

  private process(showId: string, submitted: PreparedComment[]): Promise<IntakeResult[]> {
    return this.showTransactions.runBatch(async (tx) => {
      const at = this.clock.iso();
      const guess = this.vocabularies.peek(showId);
      const locking = lockShow(tx, showId);
      const inputs = shareAuthors(await joinAuthors(tx, showId, submitted, locking, at));
      const guessedBatch = guess === undefined ? null : parse(inputs, guess);
      // Sent right after the lock query, without waiting for its result, because the guessed vocabulary is
      // nearly always right.
      const guessedReads =
        guess === undefined || guessedBatch === null ? null : this.read(tx, showId, guessedBatch, guess, at);
      const [row, earlyReads] = await Promise.all([locking, guessedReads]);
      if (row === null) throw ApiError.notFound('show');
      const show = this.showTransactions.wrap(tx, row);
      const vocabulary = await this.vocabularies.vocabularyOf(tx, row);
      const batchComments =
        guessedBatch !== null && guess === vocabulary ? guessedBatch : parse(inputs, vocabulary);
      const reads =
        earlyReads !== null && batchComments === guessedBatch
          ? earlyReads
          : await this.read(tx, showId, batchComments, vocabulary, at);
      const result = await decideAndRecord(show, batchComments, reads);
      await identifyAuthors(show, batchComments, reads);
      return { show, result };
    });
  }

  private async read(
    tx: Tx,
    showId: string,
    batchComments: BatchComment[],
    vocabulary: Vocabulary,
    at: string,
  ): Promise<BatchReads> {
    const identities = [
      ...new Map(batchComments.map(({ identity }) => [identityKey(identity), identity])).values(),
    ];
    const { pairs, keys, passing } = affectedRows(batchComments, vocabulary);
    const acting = new Set(pairs.map(identityKey));
    const stored = readStored(tx, showId, batchComments);
    const [known, buyers, items, pairClaims, lineHeads] = await Promise.all([
      stored,
      resolveBuyers(tx, showId, identities, at, stored.then(neededAuthors(batchComments)), {
        acting,
        withHoldings: vocabulary.needs.has('holdings'),
      }),
      keys.length === 0 ? [] : readItems(tx, showId, keys, passing.length > 0),
      pairs.length === 0 ? [] : readPairs(tx, showId, pairs),
      passing.length === 0 ? [] : readLineHeads(tx, showId, passing, vocabulary.needs.has('wholeLine')),
    ]);
    return {
      storedKeys: new Set(known.map(knownKey)),
      hiddenAuthorCommentKeys: new Set(known.filter((comment) => comment.authorHidden).map(knownKey)),
      buyers: new Map(
        [...buyers].map(([key, { wins: _, claimsByItem: __, block: ___, ...buyer }]) => [key, buyer]),
      ),
      wins: new Map([
        ...[...buyers.values()].map(({ id, wins }) => [id, wins] as const),
        ...lineHeads.map(({ buyerId, wins }) => [buyerId, wins] as const),
      ]),
      claimsByBuyer: new Map([...buyers.values()].map(({ id, claimsByItem }) => [id, claimsByItem ?? {}])),
      blocks: new Map(
        [...buyers.values()].flatMap(({ id, block }) => (block === null ? [] : [[id, block] as const])),
      ),
      items,
      pairClaims,
      lineHeads,
    };
  }
}

/** The batch's comments that are already stored, under any form of their ids. */
async function readStored(tx: Tx, showId: string, batchComments: BatchComment[]): Promise<KnownComment[]> {
  const platforms = [...new Set(batchComments.map(({ identity }) => identity.platform))];
  const withOtherForms = batchComments.flatMap(({ arrivedComment: { idInBroadcast, ...rest } }) =>
    idInBroadcast === undefined ? [] : [{ ...rest, idInBroadcast }],
  );
  const found = await Promise.all([
    readKnown(
      tx,
      showId,
      platforms,
      batchComments.map(({ arrivedComment }) => arrivedComment.commentId),
    ),
    withOtherForms.length === 0 ? [] : readKnownInOtherForm(tx, showId, withOtherForms),
  ]);
  return found.flat();
}

/**
 * Joins viewers known only by handle with buyers who have the same handle. Skips the query if the platform
 * does not guarantee unique handles.
 */
async function joinAuthors(
  tx: Tx,
  showId: string,
  inputs: PreparedComment[],
  locking: Promise<unknown>,
  at: string,
): Promise<PreparedComment[]> {
  const names = uniqueHandleIdentities(inputs);
  if (names.length === 0) return inputs;
  // Sent after the lock query on the same connection, so it sees the buyers that earlier transactions stored.
  const [, namesakes] = await Promise.all([locking, readNamesakes(tx, showId, names)]);
  const { joined, newIds } = joinNamesakes(names, namesakes);
  if (newIds.length > 0) await setIds(tx, showId, newIds, at);
  return joined.size === 0
    ? inputs
    : inputs.map((input) => ({
        ...input,
        identity: joined.get(identityKey(input.identity)) ?? input.identity,
      }));
}

/** Parses the texts, unless they were already parsed on arrival with the same vocabulary. */
function parse(inputs: PreparedComment[], vocabulary: Vocabulary): BatchComment[] {
  return inputs.map(({ rowId, arrivedComment, text, identity, parsedOnArrival }, ref) => ({
    ref,
    rowId,
    arrivedComment,
    text,
    identity,
    parsed: parsedOnArrival?.vocabulary === vocabulary ? parsedOnArrival.parsed : vocabulary.read(text),
  }));
}

type Pair = Pick<PassingBuyer, 'key' | 'platform' | 'userId'>;

/**
 * Rows that the batch's automatic intents affect: pairs of a buyer and an item or variant, item keys, and the
 * pairs in which the viewer passes. All variants of an item are included, because limits count them together
 * and a pass may apply to all of them.
 */
function affectedRows(
  batchComments: BatchComment[],
  { variants }: Vocabulary,
): { pairs: Pair[]; keys: string[]; passing: PassingBuyer[] } {
  const pairs = new Map<string, Pair & { claimedUnits: number; passes: boolean }>();
  const keys = new Set<string>();
  for (const { parsed, identity } of batchComments) {
    if (parsed.route !== 'auto') continue;
    const { platform, userId } = identity;
    for (const { act, item, qty } of parsed.intents) {
      keys.add(item);
      const names = variants.get(item) ?? [];
      for (const key of [item, ...names.map((name) => lineKey(item, name))]) {
        const pairKey = `${key} ${identityKey(identity)}`;
        const pair = pairs.get(pairKey) ?? { key, platform, userId, claimedUnits: 0, passes: false };
        pairs.set(pairKey, pair);
        if (act === 'pass') pair.passes = true;
        else pair.claimedUnits += qty;
      }
    }
  }
  const all = [...pairs.values()];
  const claimedUnits = new Map<string, number>();
  for (const { key, claimedUnits: units } of all) claimedUnits.set(key, (claimedUnits.get(key) ?? 0) + units);
  return {
    pairs: all,
    keys: [...keys],
    passing: all
      .filter((pair) => pair.passes)
      .map((pair) => ({ ...pair, claimedUnits: claimedUnits.get(pair.key) ?? 0 })),
  };
}
