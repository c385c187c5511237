import { Injectable } from '@nestjs/common';
import { type Reader, Transactions } from '../../kernel';
import { readShowRow, RuleCatalog, rulesOf, type ShowRow } from '../../shows';
import { commentReader, type CommentReader } from '../records/comment-reader';
import { readItemNames, withVariants } from '../records/item-names';
import { neededFacts } from '../records/show-state';
import type { BoardFact } from '../domain/allocation';
import { compileWords } from '../domain/grammar';

/** Reader of a show's comments, and the facts that its decisions need, for one version of the words. */
export interface Vocabulary {
  version: number;
  read: CommentReader;
  /** Names of the variants by item key, for items that have variants. */
  variants: ReadonlyMap<string, readonly string[]>;
  needs: ReadonlySet<BoardFact>;
}

const MAX_SHOWS = 200;

/**
 * Reads the texts of comments with the words and item numbers of their show. Cached per show and version,
 * because compiling them takes longer than reading a comment.
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
   * Reads the words of a show that is not cached yet, without its lock.
   * @returns undefined if there is no such show, or the database does not respond
   */
  learn(showId: string): Promise<Vocabulary | undefined> {
    return this.transactions
      .snapshot(async (tx) => {
        const row = await readShowRow(tx, showId);
        return row === null ? undefined : this.vocabularyOf(tx, row);
      })
      .catch(() => undefined);
  }

  /** The vocabulary in the version of the locked row. */
  async vocabularyOf(reader: Reader, row: ShowRow): Promise<Vocabulary> {
    const cached = this.cache.get(row.id);
    if (cached?.version === row.vocabulary) return cached;
    const items = await readItemNames(reader, row.id);
    const rules = rulesOf(row);
    const itemsWithVariants = withVariants(items);
    const vocabulary: Vocabulary = {
      version: row.vocabulary,
      read: commentReader(
        rules,
        compileWords(rules),
        { itemKeys: new Set(items.map(({ itemKey }) => itemKey)), itemsWithVariants },
        this.catalog,
      ),
      variants: new Map(itemsWithVariants.map(({ itemKey, names }) => [itemKey, names])),
      needs: neededFacts({ row, catalog: this.catalog }),
    };
    this.cache.delete(row.id);
    this.cache.set(row.id, vocabulary);
    const oldest = this.cache.keys().next();
    if (this.cache.size > MAX_SHOWS && oldest.done !== true) this.cache.delete(oldest.value);
    return vocabulary;
  }
}
