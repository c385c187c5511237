import type { Intent, ParsedComment, ShowRules } from '@sellary/contracts';
import {
  type ClaimGrammar,
  grammarId,
  grammarProblem,
  type GrammarResult,
  type GrammarVocabulary,
} from '@sellary/extension-kit/domain';
import type { RuleCatalog } from '../../shows';
import {
  builtinGrammar,
  canonicalItemKey,
  type CompiledWords,
  compileVariants,
  CURRENT_ITEM,
  type KnownVariants,
  matchVariant,
  parseComment,
} from '../domain/grammar';

/** Reads a comment with its show's grammar, words, and items. */
export type CommentReader = (text: string) => ParsedComment;

/** Items, as comments refer to them. */
export interface ReadableItems {
  itemKeys: ReadonlySet<string>;
  itemsWithVariants: readonly { itemKey: string; names: readonly string[] }[];
}

/** Compiles a show's comment reader. Call this once per version of the rules and items. */
export function commentReader(
  rules: ShowRules,
  words: CompiledWords,
  { itemKeys, itemsWithVariants }: ReadableItems,
  catalog: Pick<RuleCatalog, 'grammar'>,
): CommentReader {
  const grammar = catalog.grammar(rules.grammar);
  const variants = compileVariants(itemsWithVariants, words);
  const builtin: CommentReader = (text) => parseComment(text, words, itemKeys, variants);
  if (grammar === builtinGrammar) return builtin;
  if (grammar === undefined) return (text) => reviewInsteadOfAuto(builtin(text), 'grammar-missing');
  const vocabulary: GrammarVocabulary = Object.freeze({
    claimWords: Object.freeze([...rules.claimWords]),
    passWords: Object.freeze([...rules.passWords]),
    variants: new Map(itemsWithVariants.map(({ itemKey, names }) => [itemKey, Object.freeze([...names])])),
  });
  return (text) => {
    const result = readChecked(grammar, text, vocabulary, itemKeys);
    if (result === null) return reviewInsteadOfAuto(builtin(text), 'grammar-failed');
    return { ...withVariantNames(result, variants, words), grammar: grammarId(grammar) };
  };
}

/** @returns the grammar's result with canonical item keys, or null if the result cannot be used */
function readChecked(
  grammar: ClaimGrammar,
  text: string,
  vocabulary: GrammarVocabulary,
  itemKeys: ReadonlySet<string>,
): GrammarResult | null {
  try {
    const result = grammar.read(text, vocabulary, itemKeys);
    if (grammarProblem(text, result) !== null) return null;
    const intents: Intent[] = [];
    for (const { listed: _, ...intent } of result.intents) {
      const item = intent.item === CURRENT_ITEM ? CURRENT_ITEM : canonicalItemKey(intent.item);
      // Only an operator can confirm which item was on screen, so such a claim is never `auto`.
      if (item === null || (item === CURRENT_ITEM && result.route === 'auto')) return null;
      intents.push({ ...intent, item });
    }
    return { route: result.route, intents, reason: result.reason };
  } catch {
    return null;
  }
}

/**
 * Replaces the viewer's spelling of each variant with the item's name for that variant. An unknown or missing
 * variant sends the comment to review.
 */
function withVariantNames(result: GrammarResult, known: KnownVariants, words: CompiledWords): GrammarResult {
  if (known.size === 0) return result;
  let reason: string | null = null;
  const intents = result.intents.map((intent): Intent => {
    const variants = known.get(intent.item);
    if (variants === undefined) return intent;
    const name = intent.variant === undefined ? null : matchVariant(intent.variant, variants, words);
    if (name !== null) return { ...intent, variant: name, listed: true };
    if (intent.variant !== undefined) reason ??= 'variant-unknown';
    else if (intent.act !== 'pass') reason ??= 'variant-missing';
    return intent;
  });
  return result.route === 'auto' && reason !== null
    ? { route: 'review', reason, intents }
    : { ...result, intents };
}

/** A grammar that the show did not choose cannot make claims, so an operator decides. */
const reviewInsteadOfAuto = (parsed: ParsedComment, reason: string): ParsedComment =>
  parsed.route === 'auto' ? { ...parsed, route: 'review', reason } : parsed;
