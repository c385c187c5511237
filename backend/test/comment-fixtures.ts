import type { Route } from '@sellary/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledWords, compileWords } from '../src/claim-engine/domain/grammar';

/** The folder of the comments with which the grammar is tested. */
export const COMMENT_FIXTURES = join(__dirname, '..', 'src', 'claim-engine', 'domain', 'grammar', 'fixtures');

/** A fixture row: a comment and the decision that a fair operator would make. */
export interface ExpectedComment {
  text: string;
  lang: string;
  expect: {
    route: Route;
    actions?: { act: string; item: string; qty?: number; variant?: string }[];
    word?: string | string[];
    pass_word?: string | string[];
  };
  /** The show's items, if the comment is read with them. */
  items?: string[];
}

export const expectedComments = (file: string): ExpectedComment[] =>
  readFileSync(join(COMMENT_FIXTURES, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExpectedComment);

const compiled = new Map<string, CompiledWords>();

/** The row's words and the additional words, compiled once for all rows with the same words. */
export function wordsOf(
  { expect: { word = 'sold', pass_word = 'pass' } }: ExpectedComment,
  moreClaimWords: string[] = [],
  morePassWords: string[] = [],
): CompiledWords {
  const settings = {
    claimWords: [word, moreClaimWords].flat(),
    passWords: [pass_word, morePassWords].flat(),
  };
  const key = JSON.stringify(settings);
  const words = compiled.get(key) ?? compileWords(settings);
  compiled.set(key, words);
  return words;
}
