import { type Clause, HOST_WORDS } from './clause';
import { DANGER } from './roles';

/** Words before the viewer's own name: "it's Karen". */
const NAMING: readonly string[][] = [
  ['its'],
  ['it', 'is'],
  ['this', 'is'],
  ['im'],
  ['i', 'am'],
  ['soy'],
  ['sou'],
  ['sono'],
  ['ich', 'bin'],
  ['hier', 'ist'],
  ['cest'],
  ['c', 'est'],
  ['si'],
];
/** Words between a name and a borrowed device. */
const DEVICE_PREPOSITIONS: ReadonlySet<string> = new Set([
  'on',
  'from',
  'using',
  'with',
  'via',
  'in',
  'en',
  'desde',
  'no',
  'na',
  'do',
  'da',
  'del',
  'vom',
  'am',
  'auf',
  'sur',
  'avec',
  'sa',
]);
/** Devices and accounts that viewers write from. */
const DEVICE =
  /^(?:phone|cell|ipad|tablet|laptop|computer|account|acct|acc|profile|login|page|celular|cel|cuenta|teléfono|telefono|tel|conta|handy|konto|compte|téléphone|telephone|cellulare|akun|hp)$/;
const MAX_NAME_WORDS = 2;
const MAX_DEVICE_WORDS = 6;

/**
 * "(it's Karen, on my husband's account)", "Deb on my daughter's ipad", "🙌 Tina W.": a viewer's
 * introduction after a claim.
 */
export function namesSelf(clause: Clause): boolean {
  const { list } = clause;
  const isSeparate = !clause.directlyFollowsClaim || clause.comment.terms[clause.first - 1]?.text === '(';
  if (!clause.isAfterClaim || !isSeparate || clause.directlyPrecedesClaim) return false;
  const lead = NAMING.find((words) => words.every((word, at) => list[at]?.text === word));
  const start = lead?.length ?? 0;
  let at = start;
  while (at < start + MAX_NAME_WORDS && isCapital(clause, at)) at++;
  if (at === start || !clause.isName(start) || /['’]s$/.test(clause.writtenAt(at - 1))) return false;
  const isInitial = at === start + MAX_NAME_WORDS && list[at - 1]?.text.length === 1;
  if (list[at]?.text === '.') at++;
  if (at === list.length) return lead !== undefined || isInitial;
  return namesDevice(clause, at);
}

/** "on my husband's account": true if the rest of the clause names a device. */
export function namesDevice(clause: Clause, from = 0): boolean {
  const words = clause.list.slice(from);
  if (words.length < 2 || words.length > MAX_DEVICE_WORDS || !DEVICE_PREPOSITIONS.has(words[0]?.text ?? '')) {
    return false;
  }
  if (!DEVICE.test(words.at(-1)?.text ?? '')) return false;
  return words
    .slice(1)
    .every(({ term }) => term.kind === 'word' && term.act === null && !(term.roles & DANGER));
}

function isCapital(clause: Clause, at: number): boolean {
  const word = clause.list[at];
  return word?.term.kind === 'word' && word.term.act === null && /^\p{Lu}/u.test(clause.writtenAt(at));
}

/** "Tracy, you always find the best": the host's name, before words addressed to the host. */
export function addressesHost(clause: Clause): boolean {
  const { list, comment, end } = clause;
  if (!clause.isAfterClaim || clause.directlyFollowsClaim || list.length !== 1 || !clause.isName(0)) {
    return false;
  }
  const [next = ''] = (comment.terms[end + 1]?.text ?? '').split(' ');
  return comment.terms[end]?.text === ',' && HOST_WORDS.has(next);
}
