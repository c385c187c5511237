import { LEXICON } from './lexicon';
import type { Talk } from './lexicon-lists';
import { Role } from './roles';
import { isOneTypo } from './typos';

/** Shorter words resemble too many others. */
const MIN_ALARM_LENGTH = 5;
const MIN_VARIANT_LENGTH = 4;
const VARIANT_ROLES = Role.SIZE | Role.COLOR;
/** Words with these roles may take a claim back. */
const UNSETTLING = Role.NOT | Role.JOKE | Role.CORRECTION | Role.CONDITION | Role.ANYMORE;

/** Single words for a size or a color, by pack. */
const VARIANTS = collectWords(VARIANT_ROLES, new Set(), false);
/** Single words that may take a claim back, by pack. */
const ALARMS = collectWords(UNSETTLING, new Set(['retraction', 'mistake']), true);

function collectWords(
  wanted: number,
  talk: ReadonlySet<Talk>,
  withPasses: boolean,
): ReadonlyMap<number, readonly string[]> {
  const wordsByPack = new Map<number, string[]>();
  const add = (pack: number, word: string): void => {
    const words = wordsByPack.get(pack);
    if (words) words.push(word);
    else wordsByPack.set(pack, [word]);
  };
  for (const [word, { leaf }] of LEXICON.words.next) {
    for (const { pack, roles, act } of leaf ?? []) {
      if (roles & wanted || (withPasses && (act === 'pass' || act === 'waitlist'))) add(pack, word);
    }
  }
  for (const [word, { leaf }] of LEXICON.talk.next) {
    for (const { pack, kind } of leaf ?? []) if (talk.has(kind)) add(pack, word);
  }
  return wordsByPack;
}

/**
 * True for an unlisted word that is one typo away from a variant (`medum`) or from a word that takes a claim
 * back (`jokng`).
 */
export function resemblesAlarm(text: string, packs: number, onlyVariants = false): boolean {
  if (resembles(text, VARIANTS, packs, MIN_VARIANT_LENGTH)) return true;
  return !onlyVariants && resembles(text, ALARMS, packs, MIN_ALARM_LENGTH);
}

function resembles(
  text: string,
  words: ReadonlyMap<number, readonly string[]>,
  packs: number,
  minLength: number,
): boolean {
  if (text.length < minLength) return false;
  return [...words].some(
    ([pack, list]) =>
      packs & (1 << pack) && list.some((word) => word.length >= minLength && isOneTypo(text, word)),
  );
}
