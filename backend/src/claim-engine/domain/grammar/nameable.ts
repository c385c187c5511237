import { canonicalItemKey } from './item-key';
import { parseComment } from './parse-comment';
import { compileWords, type WordSettings } from './words';

/** An item number that any show can have. */
const PLAIN_NUMBER = '12';

/**
 * Returns a test for item numbers. The test is false if no comment can claim the item, no matter which claim
 * word is next to the number. For example, `$5` is read as a price and `one` as a quantity. The test is true
 * for every number if none of the show's claim words can claim a number.
 */
export function nameableWith(settings: WordSettings): (itemNumber: string) => boolean {
  const words = compileWords(settings);
  const claims = (word: string, number: string): boolean => {
    const key = canonicalItemKey(number) ?? '';
    const texts = word.trim().startsWith('+') ? [`${number}+1`] : [`${word} ${number}`, `${number} ${word}`];
    return texts.some((text) => {
      const { route, intents } = parseComment(text, words, new Set([key]));
      const [intent] = intents;
      const { item, act, qty } = intent ?? {};
      return route === 'auto' && intents.length === 1 && item === key && act === 'claim' && qty === 1;
    });
  };
  const usableWords = settings.claimWords.filter((word) => claims(word, PLAIN_NUMBER));
  return (itemNumber) => usableWords.length === 0 || usableWords.some((word) => claims(word, itemNumber));
}
