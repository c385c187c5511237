import { type ElementDraft, smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import type { Term } from './reading';
import { PARTS, Role, Strength } from './roles';

/** Maximum number that may be a count of people or things ("my 2 girls") instead of an item ("my 44"). */
export const MAX_OWNED = 9;
export const PLURAL = /[a-z]{3}s$/;
/** Roles of words that show, after "my 2", that the 2 is not a count: "my 2 and 3", "my 2 in red". */
const NOT_OWNED = Role.AND | PARTS | Role.PLUS | Role.CORRECTION | Role.ADDRESS | Role.LABEL;

/** True for a word after "my 2" that makes it a count. */
export const isOwnedNoun = (noun: Term | undefined): boolean =>
  noun?.kind === 'word' && noun.act === null && !(noun.roles & NOT_OWNED);

const OWNER =
  /^(?:my|our|mi|mis|nuestra|nuestro|meu|minha|meus|minhas|nossa|nosso|mon|ma|mes|notre|mio|mia|miei|mie|nostro|nostra|meine|meiner|meinem|meinen|mein)$/;
const ENGLISH_OWNER = /^(?:my|our)$/;
/** Nouns after which a size or color word chooses an option: "en mi talla mediana". */
const OPTION_NOUN =
  /^(?:size|colou?r|favou?rite|talla|tama[nñ]o|tamanho|numero|taille|taglia|gr[oö](?:ß|ss)e|couleur|cor|colore|farbe|preferid[oa]|favorit[oa])$/;
const PERSON =
  /^(?:hij[oa]s?|niet[oa]s?|sobrin[oa]|prim[oa]|herman[oa]|novi[oa]|ni[nñ][oa]s?|bebe|mama|papa|mami|suegra|espos[oa]|filh[oa]s?|net[oa]s?|irmao|irma|menin[oa]|mae|pai|fille|fils|niece|neveu|mere|pere|soeur|frere|figli[oa]|nipote|sorella|mamma|tochter|sohn|nichte|neffe|mutter|schwester|mom|mum|mother|daughter|son|sister|brother|niece|nephew|wife|husband|granddaughter|grandson|friend)$/;
const MIN_ADJECTIVE_LENGTH = 3;

/**
 * For a size or color word after a possessive and a noun, returns what it describes instead of the item:
 * `thing` for "para mi sala blanca", `name` for "my daughter Rose", or `person` for "minha filha pequena",
 * which an operator must decide. Null if the word chooses an option for the item.
 */
export function possessionBefore(draft: ElementDraft, index: number): 'thing' | 'name' | 'person' | null {
  const term = draft.termAt(index);
  const noun = draft.termAt(index - 1);
  if (!draft.claimed || term === undefined || term.text.length < MIN_ADJECTIVE_LENGTH || term.namesColor) {
    return null;
  }
  if (noun?.kind !== 'word' || (noun.act !== null && noun.strength >= Strength.SHOP)) return null;
  // Vietnamese "áo đen của em"
  if (/^cua(?: |$)/.test(draft.termAt(index + 1)?.text ?? '')) return 'thing';
  const before = draft.termAt(index - 2);
  const words = `${before?.kind === 'word' ? before.text : ''} ${noun.text}`.trim().split(' ');
  const [owner = '', thing = ''] = words.slice(-2);
  // "per la mia piccola"
  if (OWNER.test(thing) && (noun.roles & Role.MY || words.length > 1)) {
    return term.roles & Role.SIZE ? 'name' : null;
  }
  const isNoun = noun.text.includes(' ') || !(noun.roles & ~(Role.HARMLESS | Role.LABEL));
  if (!isNoun || !OWNER.test(owner) || OPTION_NOUN.test(thing)) return null;
  const isPerson = PERSON.test(thing);
  const isName = /^\p{Lu}\p{Ll}/u.test(draft.writtenAt(term));
  if (isPerson && isName && term.roles & Role.COLOR) return 'name';
  // In English, the adjective comes before the noun.
  if (ENGLISH_OWNER.test(owner)) return null;
  if (!isPerson) return 'thing';
  return term.roles & Role.SIZE ? 'person' : null;
}

/** "sold 13, my 2 girls love it": after an item, a number that counts people or things is not another item. */
export function isCountNotItem(draft: ElementDraft, index: number): boolean {
  const [number, noun, next] = [index, index + 1, index + 2].map((at) => draft.termAt(at));
  if (!draft.hasItem) return false;
  if (!draft.hasRole(index - 1, Role.MY)) return isCountOfPeople(number, noun, next);
  return smallNumber(number?.text) <= MAX_OWNED && isOwnedNoun(noun);
}

/**
 * "2 girls will love it"; false for "2 girls!" and "2 girls please", in which the viewer talks to other
 * viewers.
 */
export const isCountOfPeople = (
  number: Term | undefined,
  noun: Term | undefined,
  next: Term | undefined,
): boolean =>
  smallNumber(number?.text) <= MAX_OWNED &&
  noun?.kind === 'word' &&
  PLURAL.test(noun.text) &&
  LEXICON.vocatives.has(noun.text) &&
  next?.kind === 'word' &&
  !LEXICON.pleas.has(next.text);
