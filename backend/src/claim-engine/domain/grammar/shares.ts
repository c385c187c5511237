import { smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import { PLAUSIBLE_AMOUNT } from './numbers';
import type { Term } from './reading';
import { Role, Strength } from './roles';

/** An amount and its recipient: `1 for me`. */
interface Share {
  /** Indexes of the amount and of its unit word. */
  from: number;
  to: number;
  /** 0 if no recipient is named: "3 for $20", "2 please". */
  amount: number;
}

const MAX_WORDS_ONE_EACH = 5;

/** "chốt 5, chốt 16, mỗi mã 1 cái": removes the words for "one of each", which change nothing. */
export function dropOneEachPhrase(terms: readonly Term[]): readonly Term[] {
  let items = 0;
  for (let index = 0; index < terms.length; index++) {
    const length = items > 1 ? oneEachLength(terms, index) : 0;
    const next = terms[index + length];
    if (length > 0 && (next?.kind !== 'word' || (next.roles & Role.HARMLESS) !== 0)) {
      return terms.filter((_, at) => at < index || at >= index + length);
    }
    if (terms[index]?.kind === 'number') items++;
  }
  return terms;
}

function oneEachLength(terms: readonly Term[], index: number): number {
  for (let length = MAX_WORDS_ONE_EACH; length > 0; length--) {
    const words = terms.slice(index, index + length);
    if (words.length === length && LEXICON.oneEach.has(words.map(({ text }) => text).join(' '))) {
      return length;
    }
  }
  return 0;
}

/**
 * Reads who gets a claim's units: "x2, 1 for me 1 for my sister". Removes share amounts that add up to the
 * claim's amount. Any other share amount that may also be an item becomes a doubt.
 */
export function readShares(
  terms: readonly Term[],
  unclear: (term: Term) => Term,
  isKnown: (number: string) => boolean,
): readonly Term[] {
  const claim = terms.findIndex(({ act, strength }) => act === 'claim' && strength >= Strength.PACK);
  const number = terms.findIndex(({ kind }) => kind === 'number');
  if (claim < 0 || number < 0) return terms;
  const shares: Share[] = [];
  for (let index = Math.max(claim, number) + 1; index < terms.length; index++) {
    const share = shareAt(terms, index);
    if (share) shares.push(share);
  }
  const [first] = shares;
  if (!first) return terms;
  const sum = shares.reduce((total, { amount }) => total + amount, 0);
  const splits =
    shares.length > 1 && shares.every(({ amount }) => amount > 0) && sum === amountBefore(terms, first.from);
  // "that makes 4 for me" counts units; "sold 36, 1 for me" may list an item.
  const joiner = terms[first.from - 1];
  const listed = joiner !== undefined && (joiner.text === ',' || (joiner.roles & Role.AND) !== 0);
  const isClear = isKnown(terms[first.from]?.text ?? '') || first.to > first.from || !listed;
  if (shares.length === 1 && isClear) return terms;
  return terms.flatMap((term, index) => {
    const share = shares.find(({ from, to }) => index >= from && index <= to);
    if (!share) return [term];
    return splits || index > share.from ? [] : [unclear(term)];
  });
}

function shareAt(terms: readonly Term[], from: number): Share | null {
  const number = terms[from];
  if (number?.kind !== 'number' || number.glued) return null;
  const amount = smallNumber(number.text);
  if (amount < 1 || amount > PLAUSIBLE_AMOUNT) return null;
  const to = (terms[from + 1]?.roles ?? 0) & Role.PIECES ? from + 1 : from;
  const opener = terms[to + 1];
  const receiver = terms[to + 2];
  if (opener?.kind !== 'word') return null;
  // "sold 46, 2 please": an amount, or another item
  const [item] = terms.filter(({ kind }) => kind === 'number');
  const pleads = LEXICON.pleas.has(opener.text) && smallNumber(item?.text) > PLAUSIBLE_AMOUNT;
  if (pleads) return { from, to, amount: 0 };
  // "3 for 20"
  const priced = receiver?.kind === 'number' || receiver?.text === '$';
  const opens = (opener.roles & (Role.PURPOSE | Role.RECIPIENT)) !== 0 && !(opener.roles & Role.HARMLESS);
  // "for my sister", "sakin"
  const isMine = opener.act === 'claim' && (opener.roles & Role.FILLER) !== 0;
  const gives = isMine || (opens && (opener.text.includes(' ') || receiver?.kind === 'word' || priced));
  return gives && opener.strength < Strength.SHOP
    ? { from, to, amount: priced && !isMine ? 0 : amount }
    : null;
}

/** The amount in `x2` or `2 pcs` before a term, or 0 if there is none. */
function amountBefore(terms: readonly Term[], end: number): number {
  for (let index = end - 1; index > 0; index--) {
    const term = terms[index] as Term;
    const before = terms[index - 1] as Term;
    if (term.kind === 'number' && (before.text === '×' || before.roles & Role.TIMES)) {
      return smallNumber(term.text);
    }
    if (before.kind === 'number' && term.roles & (Role.PIECES | Role.TIMES) && index > 1) {
      return smallNumber(before.text);
    }
  }
  return 0;
}
