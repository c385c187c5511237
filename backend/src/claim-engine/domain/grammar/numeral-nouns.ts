import type { Term } from './reading';

const NUMERAL = /^[一二三四五六七八九十百千万两]$/u;
const CHINESE = /^\p{Script=Han}/u;

/**
 * Joins a number word with the unlisted word after it, because it does not mean a number there: "那个三叶虫",
 * "一直想要".
 */
export function mergeNumeralNouns(terms: readonly Term[]): readonly Term[] {
  const merged: Term[] = [];
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] as Term;
    const next = terms[index + 1];
    const isUnlistedNext =
      next?.kind === 'word' &&
      next.glued &&
      next.roles === 0 &&
      next.act === null &&
      CHINESE.test(next.text) &&
      terms[index - 1]?.kind !== 'number';
    if (!NUMERAL.test(term.text) || !isUnlistedNext) {
      merged.push(term);
      continue;
    }
    merged.push({ ...next, text: term.text + next.text, start: term.start, glued: term.glued });
    index++;
  }
  return merged.length === terms.length ? terms : merged;
}
