import type { Clause } from './clause';
import { Role, Strength } from './roles';

/**
 * Verbs for things that the viewer asks others not to do: take the claimed item, or beat the viewer to it.
 */
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

/** Length of a warning ("nobody better outbid me", "no one dare take it"), or 0 if there is none. */
function warningLength({ list }: Clause, at: number): number {
  const [who, then] = [list[at]?.text ?? '', list[at + 1]?.text ?? ''];
  const verb = who === 'no' && ['one', 'body'].includes(then) ? at + 2 : at + 1;
  if (verb === at + 1 && !['nobody', 'noone'].includes(who)) return 0;
  if (!['better', 'dare', 'even'].includes(list[verb]?.text ?? '')) return 0;
  if (!TAKING.has(list[verb + 1]?.text ?? '')) return 0;
  let end = verb + 2;
  while (OBJECTS.has(list[end]?.text ?? '') || LINKS.has(list[end]?.text ?? '')) end++;
  return end - at;
}

/** Length of a plea ("don't skip me!!") in its own sentence before the claim, or 0 if there is none. */
function separatePleaLength(clause: Clause, at: number): number {
  const word = clause.list[at];
  const isStart =
    word !== undefined && clause.list[at - 1]?.term !== word.term && word.term.text.includes(' ');
  const pleads = (clause.rolesAt(at) & Role.NOT) !== 0 && (clause.rolesAt(at) & Role.HARMLESS) !== 0;
  return isStart && pleads && clause.endsBeforeClaim ? word.term.text.split(' ').length : 0;
}

/** Length of a plea to keep the item for the viewer ("dont let that guy snake me"), or 0 if there is none. */
export function pleaLength(clause: Clause, at: number): number {
  const { list } = clause;
  const warning = warningLength(clause, at);
  if (warning > 0) return warning;
  const separate = separatePleaLength(clause, at);
  if (separate > 0) return separate;
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
    const isAct = act !== null && strength >= Strength.PACK;
    if (isAct || roles & (Role.NOT | Role.CONDITION | Role.OR | Role.QUESTION_ANYWHERE)) return 0;
  }
  return 0;
}
