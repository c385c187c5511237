import type { ElementDraft } from './element-draft';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { Role, Strength } from './roles';

/** Maximum number of words in the name of a shop, a person, or a place. */
const MAX_NAME_WORDS = 3;
/** Minimum number of letters in each part of a joined name: `@SparkleBoutique`, but not `@Olive`. */
const MIN_PART_LENGTH = 4;

/** Number of terms in a mention of the shop ("@Sparkle Boutique"), or 0 if it may be a person. */
export function shopMentionLength(draft: ElementDraft, index: number): number {
  if (draft.termAt(index + 1)?.glued !== true) return 0;
  let length = 0;
  for (let ahead = index + 1; ahead <= index + MAX_NAME_WORDS; ahead++) {
    const term = draft.termAt(ahead);
    if (term?.kind !== 'word' || (term.act && term.strength === Strength.SHOP)) break;
    if (isShopName(term.text)) length = ahead - index + 1;
  }
  // "@gems4you"
  const rest = (): Term | undefined => (length > 0 ? draft.termAt(index + length) : undefined);
  while (rest()?.glued === true && rest()?.kind !== 'sign') length++;
  return length;
}

function isShopName(text: string): boolean {
  if (LEXICON.shopNames.has(text)) return true;
  return [...LEXICON.shopNames].some(
    (name) =>
      name.length >= MIN_PART_LENGTH && text.length >= name.length + MIN_PART_LENGTH && text.endsWith(name),
  );
}

/** "from Perth": the viewer's location. Returns the number of terms, or 0 if it may be something else. */
export function originLength(draft: ElementDraft, index: number): number {
  const roles = draft.termAt(index)?.roles ?? 0;
  if (!(roles & (Role.RECIPIENT | Role.PREPOSITION) && roles & Role.ADDRESS)) return 0;
  // "12 sold from Perth" may report the place of a sale.
  if (draft.hasItem && !draft.startsWithActWord) return 0;
  let ahead = index + 1;
  // In "hi from sydney", the greeting shows that the name is not the recipient of a sold item.
  const greets = draft.termAt(index)?.text.includes(' ') === true;
  while (
    ahead <= index + MAX_NAME_WORDS &&
    (draft.isName(ahead) || (greets && isUnknown(draft.termAt(ahead))))
  ) {
    ahead++;
  }
  if (ahead > index + 1 && draft.isStateCode(ahead)) ahead++;
  const after = draft.termAt(ahead);
  const isClosed =
    after?.kind === 'word'
      ? (isClaim(draft, ahead) && !draft.hasItem) || (after.roles & Role.HARMLESS) !== 0
      : after?.kind !== 'number';
  return ahead > index + 1 && isClosed ? ahead - index : 0;
}

function isUnknown(term: Term | undefined): boolean {
  return term?.kind === 'word' && term.latin && term.roles === 0 && term.act === null;
}

/** True for a shop claim word followed by an item. */
function isClaim(draft: ElementDraft, index: number): boolean {
  const term = draft.termAt(index);
  if (term?.act !== 'claim' || term.strength !== Strength.SHOP) return false;
  let ahead = index + 1;
  while (
    ahead < index + 3 &&
    (draft.hasRole(ahead, Role.FILLER | Role.LABEL) || draft.numbers.isSign(ahead, '#'))
  ) {
    ahead++;
  }
  return draft.numbers.isNumber(ahead) || draft.numbers.code(ahead) !== null;
}
