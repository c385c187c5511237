import { canonicalItemKey } from './item-key';
import { parseComment } from './parse-comment';
import { compileWords, type WordSettings } from './words';

/** A number that every show can have. */
const PLAIN_NUMBER = '12';

/**
 * Returns a test for item numbers: false if no comment can claim that item, whichever claim word stands beside
 * the number. For example, `$5` is read as a price, and `one` as a number of units. True for every number if the
 * show's words claim no number at all.
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
