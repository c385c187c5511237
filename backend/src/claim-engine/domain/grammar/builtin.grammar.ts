import type { ClaimGrammar, GrammarResult, GrammarVocabulary } from '@sellary/extension-kit/domain';
import { compileVariants, type KnownVariants } from './item-variants';
import { parseComment } from './parse-comment';
import { GRAMMAR_VERSION } from './version';
import { type CompiledWords, compileWords } from './words';

const compiled = new WeakMap<GrammarVocabulary, { words: CompiledWords; variants: KnownVariants }>();

function compile(vocabulary: GrammarVocabulary): { words: CompiledWords; variants: KnownVariants } {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const words = compileWords({
    claimWords: [...vocabulary.claimWords],
    passWords: [...vocabulary.passWords],
  });
  const items = [...vocabulary.variants].map(([itemKey, names]) => ({ itemKey, names }));
  const fresh = { words, variants: compileVariants(items, words) };
  compiled.set(vocabulary, fresh);
  return fresh;
}

/** The built-in grammar, behind the port that extensions also implement. */
export const builtinGrammar: ClaimGrammar = {
  name: 'builtin',
  version: Number(GRAMMAR_VERSION),
  label: 'Built-in',
  read(text: string, vocabulary: GrammarVocabulary, itemKeys: ReadonlySet<string>): GrammarResult {
    const { words, variants } = compile(vocabulary);
    return parseComment(text, words, itemKeys, variants);
  },
};
