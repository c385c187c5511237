import { LEXICON } from './lexicon';
import type { Talk } from './lexicon-lists';
import { Role } from './roles';
import { isOneSlip } from './slips';

/** Shorter words resemble too many others. */
const MIN_LENGTH = 4;
const OPTION = Role.SIZE | Role.COLOR;
/** Words of these roles may take a claim back. */
const UNSETTLING = Role.NOT | Role.JOKE | Role.CORRECTION | Role.CONDITION | Role.ANYMORE;

/** Single words that matter, by pack. */
const OPTIONS = collectWords(OPTION, new Set(), false);
const ALARMS = collectWords(OPTION | UNSETTLING, new Set(['retraction', 'slip']), true);

function collectWords(
  wanted: number,
  talk: ReadonlySet<Talk>,
  withPasses: boolean,
): ReadonlyMap<number, readonly string[]> {
  const alarms = new Map<number, string[]>();
  const add = (pack: number, word: string): void => {
    if (word.length < MIN_LENGTH) return;
    const words = alarms.get(pack);
    if (words) words.push(word);
    else alarms.set(pack, [word]);
  };
  for (const [word, { leaf }] of LEXICON.words.next) {
    for (const { pack, roles, act } of leaf ?? []) {
      if (roles & wanted || (withPasses && (act === 'pass' || act === 'waitlist'))) add(pack, word);
    }
  }
  for (const [word, { leaf }] of LEXICON.talk.next) {
    for (const { pack, kind } of leaf ?? []) if (talk.has(kind)) add(pack, word);
  }
  return alarms;
}

/** True if a word of no list is one slip away from an option (`medum`), or from a word that takes a claim back (`jokng`). */
export function resemblesAlarm(text: string, packs: number, onlyOptions = false): boolean {
  if (text.length < MIN_LENGTH) return false;
  for (const [pack, words] of onlyOptions ? OPTIONS : ALARMS) {
    if (packs & (1 << pack) && words.some((word) => isOneSlip(text, word))) return true;
  }
  return false;
}
