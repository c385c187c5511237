import { Injectable } from '@nestjs/common';
import type { ParsedComment } from '@sellary/contracts';
import { type Reader, Transactions } from '../../kernel';
import { readShowRow, rulesOf, type ShowRow } from '../../shows';
import { readItemNames, withNames } from '../records/item-names';
import { needsWholeLine } from '../records/show-state';
import {
  type CompiledWords,
  compileVariants,
  compileWords,
  type KnownVariants,
  parseComment,
} from '../domain/grammar';

/** A show's words, item keys, and what its policy needs, of one version. */
export interface Vocabulary {
  version: number;
  words: CompiledWords;
  itemKeys: ReadonlySet<string>;
  /** Of the items that have variants. */
  variants: KnownVariants;
  needsWholeLine: boolean;
  /** A rule limits the units that a buyer holds in the show. */
  limitsUnitsPerShow: boolean;
}

const MAX_SHOWS = 200;

/**
 * Reads the texts of comments with the words and item numbers of their show. Kept per show and version,
 * because compiling them costs more than a comment does.
 */
@Injectable()
export class Vocabularies {
  private readonly known = new Map<string, Vocabulary>();

  constructor(private readonly transactions: Transactions) {}

  /**
   * The latest version that this process has seen. It may be old, so a caller that parses with it checks the
   * version under the lock.
   */
  peek(showId: string): Vocabulary | undefined {
    return this.known.get(showId);
  }

  /**
   * Reads the words of a show that is not known yet, without its lock.
   * @returns undefined if there is no such show, or no answer
   */
  learn(showId: string): Promise<Vocabulary | undefined> {
    return this.transactions
      .snapshot(async (tx) => {
        const row = await readShowRow(tx, showId);
        return row === null ? undefined : this.vocabularyOf(tx, row);
      })
      .catch(() => undefined);
  }

  /** The version that the locked row demands. */
  async vocabularyOf(reader: Reader, row: ShowRow): Promise<Vocabulary> {
    const known = this.known.get(row.id);
    if (known?.version === row.vocabulary) return known;
    const items = await readItemNames(reader, row.id);
    const rules = rulesOf(row);
    const words = compileWords(rules);
    const fresh: Vocabulary = {
      version: row.vocabulary,
      words,
      needsWholeLine: needsWholeLine(rules),
      limitsUnitsPerShow: rules.maxUnitsPerShow > 0,
      itemKeys: new Set(items.map(({ itemKey }) => itemKey)),
      variants: compileVariants(withNames(items), words),
    };
    this.known.delete(row.id);
    this.known.set(row.id, fresh);
    const oldest = this.known.keys().next();
    if (this.known.size > MAX_SHOWS && oldest.done !== true) this.known.delete(oldest.value);
    return fresh;
  }
}

export const readText = (text: string, vocabulary: Vocabulary): ParsedComment =>
  parseComment(text, vocabulary.words, vocabulary.itemKeys, vocabulary.variants);
