import { Injectable } from '@nestjs/common';
import { type Reader, Transactions } from '../../kernel';
import { readShowRow, RuleCatalog, rulesOf, type ShowRow } from '../../shows';
import { commentReader, type CommentReader } from '../records/comment-reader';
import { toReadableItems, readItemNames } from '../records/item-names';
import { neededFacts } from '../records/show-state';
import type { BoardFact } from '../domain/allocation';
import { compileWords } from '../domain/grammar';

/**
 * A show's comment reader, and the facts that decisions need, for one version of the show's words and items.
 */
export interface Vocabulary {
  version: number;
  read: CommentReader;
  /** Variant names by item key, for items that have variants. */
  variants: ReadonlyMap<string, readonly string[]>;
  needs: ReadonlySet<BoardFact>;
}

const MAX_SHOWS = 200;

/**
 * Compiles each show's words and item numbers, and caches the result, because compiling takes longer than
 * reading a comment.
 */
@Injectable()
export class Vocabularies {
  private readonly cache = new Map<string, Vocabulary>();

  constructor(
    private readonly transactions: Transactions,
    private readonly catalog: RuleCatalog,
  ) {}

  /**
   * The latest version that this process has seen. It may be out of date, so a caller that parses with it
   * checks the version under the lock.
   */
  peek(showId: string): Vocabulary | undefined {
    return this.cache.get(showId);
  }

  /**
   * Reads the vocabulary of a show that is not cached yet, without locking the show.
   * @returns undefined if the show does not exist or cannot be read
   */
  load(showId: string): Promise<Vocabulary | undefined> {
    return this.transactions
      .snapshot(async (tx) => {
        const row = await readShowRow(tx, showId);
        return row === null ? undefined : this.vocabularyOf(tx, row);
      })
      .catch(() => undefined);
  }

  /** The show's vocabulary in the version that the row specifies, from the cache or newly compiled. */
  async vocabularyOf(tx: Reader, row: ShowRow): Promise<Vocabulary> {
    const { id, vocabulary: version } = row;
    const cached = this.cache.get(id);
    if (cached?.version === version) return cached;
    const readableItems = toReadableItems(await readItemNames(tx, id));
    const rules = rulesOf(row);
    const vocabulary: Vocabulary = {
      version,
      read: commentReader(rules, compileWords(rules), readableItems, this.catalog),
      variants: new Map(readableItems.itemsWithVariants.map(({ itemKey, names }) => [itemKey, names])),
      needs: neededFacts({ row, catalog: this.catalog }),
    };
    this.cache.delete(id);
    this.cache.set(id, vocabulary);
    const oldest = this.cache.keys().next();
    if (this.cache.size > MAX_SHOWS && oldest.done !== true) this.cache.delete(oldest.value);
    return vocabulary;
  }
}
