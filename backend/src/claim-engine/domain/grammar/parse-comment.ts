import type { IntentAct, ParsedComment } from '@sellary/contracts';
import { withoutChatter } from './chatter';
import { claimAlone, describedClaim } from './claim-alone';
import { clearCodeLetters } from './codes';
import { toElements } from './elements';
import { chatter, CURRENT_ITEM, forReview } from './intents';
import { type KnownVariants, NO_VARIANTS, withVariants } from './item-variants';
import { readExtent, unclear } from './item-extent';
import { canonicalItemKey } from './item-key';
import { LEXICON } from './lexicon';
import { MAX_TERMS, readTerms, type Term } from './reading';
import { Strength } from './roles';
import { clearNames, markVariantWords } from './colors';
import { markTypo } from './typos';
import { markCorrections, mergeNoLongerPhrases } from './no-longer';
import { mergeNumeralNouns } from './numeral-nouns';
import { lookAgain } from './second-look';
import { readShares, dropOneEachPhrase } from './shares';
import { judgeExchange } from './proposals';
import { judge } from './verdict';
import { withoutReleaseCondition } from './waitlist-condition';
import { judgePlus, judgeWordless, probablePlus } from './wordless';
import { type CompiledWords, ENGLISH, inPacks } from './words';

/**
 * Parses a comment. Pure and total: the same input always gives the same result, in time linear in the text's
 * length. `variants` contains only items that have variants.
 */
export function parseComment(
  text: string,
  words: CompiledWords,
  knownKeys: ReadonlySet<string>,
  variants: KnownVariants = NO_VARIANTS,
): ParsedComment {
  const read = (part: string): ParsedComment => parseText(part, words, knownKeys);
  const parsed = variants.size === 0 ? read(text) : withVariants(text, words, knownKeys, variants, read);
  const second = lookAgain(parsed, text, isKnownIn(knownKeys));
  return second === parsed ? parsed : withShowItemsOnly(second, knownKeys);
}

const isKnownIn =
  (knownKeys: ReadonlySet<string>) =>
  (number: string): boolean =>
    knownKeys.has(canonicalItemKey(number) ?? '');

function parseText(text: string, shopWords: CompiledWords, knownKeys: ReadonlySet<string>): ParsedComment {
  const allTerms = readTerms(text, shopWords);
  if (allTerms.length === 0) return chatter('empty');
  const words = inPacks(shopWords, languagesOf(allTerms));
  const initial = words === shopWords ? allTerms : readTerms(text, words);
  const acts = initial.filter(({ act }) => act !== null);
  if (!acts.some(({ strength }) => strength >= Strength.PACK)) {
    markTypo(initial, words, !initial.some((term, index) => isWeakAct(term, initial[index + 1])));
  }
  if (initial.length > MAX_TERMS) return tooLong(initial);
  clearCodeLetters(initial);
  markVariantWords(initial, text);
  markCorrections(initial);
  clearNames(initial, text);
  const isKnown = isKnownIn(knownKeys);
  const withoutShares = readShares(dropOneEachPhrase(mergeNumeralNouns(initial)), unclear, isKnown);
  const terms = withoutReleaseCondition(readExtent(withoutShares, text, words, isKnown));
  const parsed = judgeTerms(terms, text, words, knownKeys);
  const core = withoutChatter(terms, text, words, isKnown);
  if (parsed.route === 'auto' && core === 'retraction') return forReview('correction', parsed.intents);
  const parsedCore = core && core !== 'retraction' ? judgeTerms(core, text, words, knownKeys) : null;
  if (parsedCore?.route === 'auto') return parsedCore;
  if (parsed.route === 'review') return withShowItemsOnly(parsed, knownKeys);
  if (parsed.route === 'auto') return parsed;
  const alone = claimAlone(withCorrectedTypo(terms), isKnown) ?? describedClaim(terms);
  const claim = alone && judgeTerms(alone, text, words, knownKeys);
  if (!claim || claim.intents.length === 0) return parsed;
  return withShowItemsOnly(forReview(parsed.reason ?? 'unread-words', claim.intents), knownKeys);
}

/**
 * "need 12": a weak claim, pass, or waitlist word in one of the shop's languages, before a number or sign, or
 * at the end.
 */
function isWeakAct({ act, isShopLanguage }: Term, next: Term | undefined): boolean {
  return (
    act !== null && isShopLanguage && (next === undefined || next.kind === 'number' || next.kind === 'sign')
  );
}

/**
 * Languages (packs as bits) of the shop's words in a comment, or of its plain words if it has no shop words.
 * 0 for no limit.
 */
function languagesOf(terms: readonly Term[]): number {
  const packsOf = (act: IntentAct, strength: Strength): number =>
    terms.reduce(
      (packs, term) =>
        term.act === act && term.strength === strength ? packs | term.shopPacks | term.packs : packs,
      0,
    );
  const shop = packsOf('claim', Strength.SHOP) || packsOf('pass', Strength.SHOP);
  if (shop !== 0) return shop;
  const others =
    packsOf('claim', Strength.PACK) || packsOf('waitlist', Strength.PACK) || packsOf('pass', Strength.PACK);
  // English words such as "waitlist" are used in every language.
  return others & ENGLISH ? 0 : others;
}

function judgeTerms(
  terms: readonly Term[],
  text: string,
  words: CompiledWords,
  knownKeys: ReadonlySet<string>,
): ParsedComment {
  const read = toElements(terms, text, knownKeys, words);
  const elements = mergeNoLongerPhrases(read.elements);
  const exchange = read.exchanged ? judgeExchange(elements) : null;
  if (exchange) return exchange;
  if (elements.some((element) => element.kind === 'plus')) return judgePlus(elements);
  if (elements.some((element) => element.kind === 'act')) return judge(elements);
  const plus = probablePlus(elements);
  if (plus.length > 0) return forReview('plus-elsewhere', plus);
  const pleads = terms.some((term) => LEXICON.pleas.has(term.text));
  return judgeWordless(elements, knownKeys, read.ignoredWords === 0, pleads);
}

/** "slod 22 plz its perfect for fall": trusts a mistyped shop word. The act is only proposed. */
function withCorrectedTypo(terms: readonly Term[]): readonly Term[] {
  const typo = terms.findIndex(({ strength }) => strength === Strength.TYPO);
  // "told 3 friends": a number before a noun.
  const next = terms[typo + 2];
  const isNoun = next?.kind === 'word' && (next.roles === 0 || LEXICON.vocatives.has(next.text));
  if (typo < 0 || isNoun) return terms;
  return terms.map((term, index) => (index === typo ? { ...term, strength: Strength.SHOP } : term));
}

/**
 * Removes intents for items that the show does not have, because a proposal becomes a claim with one key
 * press.
 */
function withShowItemsOnly(parsed: ParsedComment, knownKeys: ReadonlySet<string>): ParsedComment {
  if (knownKeys.size === 0) return parsed;
  const intents = parsed.intents.filter(({ item }) => item === CURRENT_ITEM || knownKeys.has(item));
  return intents.length === parsed.intents.length ? parsed : { ...parsed, intents };
}

/**
 * Returns the result for a comment with more than `MAX_TERMS` terms: a review without intents if it has a
 * shop word, or else chatter.
 */
function tooLong(terms: readonly Term[]): ParsedComment {
  const hasShopWord = terms.some((term) => term.strength === Strength.SHOP);
  return hasShopWord ? forReview('too-long', []) : chatter('too-long');
}
