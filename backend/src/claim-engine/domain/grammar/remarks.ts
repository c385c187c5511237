import type { ElementDraft } from './element-draft';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { PARTS, Role, Strength } from './roles';

const MIN_ORDER_DIGITS = 4;

/**
 * Recognizes a "since" that begins a remark, in its own clause or after a verb ("waiting for this since 7").
 * In "sold 12 since yesterday", it may report sales.
 */
export function opensSince(draft: ElementDraft, term: Term): boolean {
  if (!(term.roles & Role.REPORT && term.roles & Role.PURPOSE) || !draft.startsWithActWord) return false;
  return draft.isAfterClaim || term.text.includes(' ');
}

/** "sold as backup 126": a doubtful word that only introduces a waitlist word. */
export function leadsToWaitlist(draft: ElementDraft, index: number): boolean {
  return draft.last?.kind === 'act' && draft.termAt(index + 1)?.act === 'waitlist';
}

/** "sold 38, order 2291", "order #2219 paid": an earlier order's number, longer than an item number. */
export function opensOrderNumber(draft: ElementDraft, index: number, term: Term): boolean {
  if (term.act === null || term.strength > Strength.PACK || !(term.roles & Role.ADDRESS)) return false;
  const number = index + (draft.numbers.isSign(index + 1, '#') ? 2 : 1);
  const long = (draft.termAt(number)?.text.length ?? 0) >= MIN_ORDER_DIGITS;
  if (!draft.numbers.isNumber(number) || !long || draft.numbers.knows(number, number)) return false;
  return draft.complete || draft.hasRole(number + 1, Role.ADDRESS);
}

/**
 * "love you Brenda": a greeting or thanks, then perhaps a name. Returns the number of terms, or 0 if none.
 */
export function greetingLength(draft: ElementDraft, index: number): number {
  const roles = draft.termAt(index)?.roles ?? 0;
  if (!(roles & Role.HARMLESS && roles & Role.PURPOSE)) return 0;
  const after = draft.termAt(index + 2);
  const isClosed =
    after?.kind !== 'number' &&
    (after?.kind !== 'word' || (!draft.hasItem && after.act !== null && after.strength === Strength.SHOP));
  // "hi Jess!! sold 205", "sold 12 thank you Brenda"
  const hasName = (draft.complete || !draft.hasItem) && draft.isGreetedName(index + 1) && isClosed;
  return hasName && !draft.numbers.knows(index + 1, index + 1) ? 2 : 1;
}

/**
 * True if the rest of the line, starting at `index`, has no item, option, amount, claim word, or pass word.
 */
export function restHasNoClaimPart(draft: ElementDraft, index: number): boolean {
  for (let ahead = index; ; ahead++) {
    const term = draft.termAt(ahead);
    if (!term || term.kind === 'newline') return true;
    if (term.kind === 'number' || '@$?*'.includes(term.text)) return false;
    if (term.act || (term.roles & PARTS && term.value !== '1')) return false;
    if (ahead > index && term.roles & Role.CORRECTION) return false;
  }
}

/** True for "12, sorry, 13", which corrects; false for "pass 12, sorry", which is polite. */
export function correctsItem(draft: ElementDraft, index: number): boolean {
  if (!draft.hasItem) return false;
  for (let ahead = index + 1; ahead <= index + 4; ahead++) if (draft.numbers.isNumber(ahead)) return true;
  return false;
}

/** True if everything from `index` to the end or the next sign is courtesy. */
export function onlyCourtesyFollows(draft: ElementDraft, index: number): boolean {
  let ahead = index;
  while (draft.hasRole(ahead, Role.HARMLESS)) ahead++;
  return draft.termAt(ahead) === undefined || draft.termAt(ahead)?.kind === 'sign';
}

/** "16 XL not L": an option that contrasts with the chosen one. Returns the number of terms, or 0 if none. */
export function contrastLength(draft: ElementDraft, index: number, term: Term): number {
  if (!draft.hasActWord || !(term.roles & Role.NOT) || !LEXICON.contrast.has(term.text)) return 0;
  const denied = draft.termAt(index + 1);
  const what = denied && denied.roles & Role.SIZE ? 'size' : 'color';
  if (!denied || denied.act || !(denied.roles & (Role.SIZE | Role.COLOR))) return 0;
  const chosen = draft.elements.find((element) => element.kind === 'variant' && element.what === what);
  const differs =
    chosen?.kind === 'variant' && chosen.clause === draft.clause && chosen.value !== denied.value;
  return differs ? 2 : 0;
}
