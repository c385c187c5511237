import type { Clause } from './clause';
import { Role, Strength } from './roles';

/** Verbs for others who must not get the claimed item. */
const TAKING: ReadonlySet<string> = new Set([
  'take',
  'have',
  'get',
  'grab',
  'steal',
  'snatch',
  'snipe',
  'snake',
  'swipe',
  'nab',
  'beat',
  'outbid',
  'see',
  'find',
  'win',
  'scoop',
  'cut',
  'buy',
]);
const OBJECTS: ReadonlySet<string> = new Set(['me', 'it', 'this', 'that', 'one', 'these', 'them', 'mine']);
const LINKS: ReadonlySet<string> = new Set(['to', 'from', 'away', 'out', 'in', 'first']);
const MAX_PERSON_WORDS = 4;

/** The length of "dont let that guy snake me", which asks the host to keep the item for the viewer; 0 if there is none. */
export function pleaLength(clause: Clause, at: number): number {
  const { list } = clause;
  const verb = list[at]?.text === 'do' ? at + 2 : at + 1;
  if (!(clause.rolesAt(verb - 1) & Role.NOT)) return 0;
  if (list[verb]?.text !== 'let') return 0;
  for (let place = verb + 1; place <= verb + 1 + MAX_PERSON_WORDS; place++) {
    const word = list[place];
    if (!word || word.term.kind !== 'word') return 0;
    if (TAKING.has(word.text) && place > verb + 1) {
      let end = place + 1;
      while (OBJECTS.has(list[end]?.text ?? '') || LINKS.has(list[end]?.text ?? '')) end++;
      return end - at;
    }
    // "dont let me have it"
    if (['me', 'us', 'it'].includes(word.text)) return 0;
    const { roles, act, strength } = word.term;
    const acts = act !== null && strength >= Strength.PACK;
    if (acts || roles & (Role.NOT | Role.CONDITION | Role.OR | Role.QUESTION_ANYWHERE)) return 0;
  }
  return 0;
}
