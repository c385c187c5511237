import type { Clause } from './clause';
import { ITEM_WORDS } from './clause-words';
import type { Word } from './clause-phrases';
import { LEXICON } from './lexicon';
import type { Talk } from './lexicon-lists';
import type { Term } from './reading';
import { Role, Strength } from './roles';

/** Roles of words that may take the claim back or make it depend on the answer. */
const UNSETTLING =
  Role.NOT | Role.ANYMORE | Role.CONDITION | Role.JOKE | Role.CORRECTION | Role.DOUBT | Role.ALL;

const MODALS: ReadonlySet<string> = new Set(['can', 'could', 'would', 'will']);
const SUBJECTS: ReadonlySet<string> = new Set(['you', 'u', 'ya', 'yall', 'we', 'i']);
const SOFTENERS: ReadonlySet<string> = new Set(['please', 'pls', 'plz', 'just', 'also']);
const FAVORS: ReadonlySet<string> = new Set([
  'add',
  'put',
  'pop',
  'throw',
  'toss',
  'stick',
  'box',
  'bag',
  'set',
  'save',
  'tuck',
]);
/**
 * Words of requests to see more, to wait, or to get another item. The answer to such a request may decide
 * whether the viewer buys.
 */
const INQUIRIES: ReadonlySet<string> = new Set([
  'pic',
  'pics',
  'picture',
  'pictures',
  'photo',
  'photos',
  'video',
  'measurements',
  'details',
  'link',
  'close',
  'back',
  'list',
  'off',
  'out',
  'up',
  'waitlist',
  'lower',
  'cheaper',
  'discount',
  'see',
  'next',
  'later',
  'end',
  'giveaway',
  'another',
  'rest',
  'so',
  'free',
  'first',
]);
/** Favors on which the purchase may depend. */
const DECIDING: ReadonlySet<string> = new Set([
  'pay',
  'ship',
  'mail',
  'deliver',
  'post',
  'send',
  'pick',
  'drop',
]);
/** Things that viewers ask to do themselves: "can i pay with venmo". */
const VIEWER_ACTIONS: ReadonlySet<string> = new Set(['pay', 'pick', 'venmo', 'zelle', 'paypal', 'cashapp']);
/** Words after "for" that do not name another person. */
const SAFE_AFTER_FOR: ReadonlySet<string> = new Set(['me', 'us', 'pickup', 'shipping', 'now']);
const UNSAFE_TALK: ReadonlySet<Talk> = new Set<Talk>([
  'unsettlingTalk',
  'retraction',
  'mistake',
  'others',
  'past',
  'excuse',
  'when',
  'swap',
  'person',
  'owns',
]);
const MAX_FAVOR_WORDS = 14;

/**
 * True for a request for a favor after the claim, and for a question about the shop in a sentence after it:
 * "sold 50. do you ship to Canada?". The claim does not depend on the answer. It may depend on the answer to
 * a question about the item (`is it chipped?`) or the claim (`did I get it?`).
 */
export function isSideQuestion(clause: Clause): boolean {
  const { list, comment } = clause;
  if (asksForFavor(clause)) return true;
  const combines = asksToCombine(clause);
  if (!clause.isAfterClaim || !(combines || startsSentence(comment.terms, clause.first))) return false;
  if (clause.isAfterPass || comment.core.indexOf(true, clause.end) >= 0) return false;
  const endsInQuestionMark = comment.terms[clause.end]?.text === '?';
  const asks =
    endsInQuestionMark || (clause.rolesAt(0) & (Role.QUESTION_ANYWHERE | Role.QUESTION_AT_START)) !== 0;
  if (!asks || !list.some((_, at) => clause.talkAt(at, 'topic'))) return false;
  return list.every(({ text, term }, at) => {
    if (term.kind !== 'word') return term.kind === 'sign' && !'@*='.includes(term.text);
    if (ITEM_WORDS.has(text) || (term.act !== null && term.strength >= Strength.PACK)) return false;
    const kind = clause.talkAt(at)?.kind;
    if (kind === 'retraction' || kind === 'mistake' || (combines && kind === 'unsettlingTalk')) return false;
    // A Vietnamese question may end with "không", which is also a negation.
    const isLastQuestionWord =
      at === list.length - 1 &&
      (term.roles & (Role.QUESTION_ANYWHERE | Role.NOT)) !== 0 &&
      endsInQuestionMark;
    return !(term.roles & UNSETTLING) || isLastQuestionWord || clause.talkAt(at, 'topic') !== null;
  });
}

/** "sold 31 and sold 47, can you ship together": the claims count, whatever the answer is. */
function asksToCombine({ list, comment, first }: Clause): boolean {
  if (
    comment.terms[first - 1]?.text !== ',' ||
    !/^(?:can|could|would|will) /.test(list[0]?.term.text ?? '')
  ) {
    return false;
  }
  return list.some(({ text }) => ['together', 'combine', 'combined', 'bundle'].includes(text));
}

/**
 * "sold 60 can you add it to my box": asks for a favor, such as packing or payment, for the item just bought,
 * so the claim counts. A request for a picture, a measurement, or time to decide is not a favor.
 */
function asksForFavor(clause: Clause): boolean {
  const { list, comment, end } = clause;
  if (!clause.isAfterClaim || clause.isAfterPass || comment.terms[end]?.text === '?') return false;
  const [modal, person] = list;
  if (!MODALS.has(modal?.text ?? '') || !SUBJECTS.has(person?.text ?? '') || list.length > MAX_FAVOR_WORDS) {
    return false;
  }
  let at = 2;
  while (SOFTENERS.has(list[at]?.text ?? '')) at++;
  // "can i hold it"
  if (person?.text === 'i' && !VIEWER_ACTIONS.has(list[at]?.text ?? '')) return false;
  // "can you ship it": the answer may decide whether the viewer buys.
  const decides = person?.text !== 'i' && DECIDING.has(list[at]?.text ?? '');
  if (decides && !list.some(({ text }) => text === 'with')) return false;
  if (!LEXICON.favors.has(list[at]?.text ?? '') && !FAVORS.has(list[at]?.text ?? '')) return false;
  const mayDecide = ({ term, text }: Word, place: number): boolean => {
    if (place < at) return false;
    // "can you save it for amy"
    if (text === 'for' && !SAFE_AFTER_FOR.has(list[place + 1]?.text ?? '')) return true;
    // "add the other one", but "with my other stuff"
    if (text === 'other' && list[place - 1]?.text !== 'my') return true;
    // "add it to the giveaway"
    if (text === 'to' && list[place + 1]?.text !== 'my') return true;
    const kind = clause.talkAt(place)?.kind;
    const isOtherAct = term.act !== null && term.act !== 'claim';
    if (term.kind !== 'word' || isOtherAct || clause.isName(place) || INQUIRIES.has(text)) return true;
    return (term.roles & (UNSETTLING | Role.OR)) !== 0 || (kind !== undefined && UNSAFE_TALK.has(kind));
  };
  return !list.some(mayDecide);
}

/** True if the term follows a sign or a line break that ends a sentence. */
function startsSentence(terms: readonly Term[], first: number): boolean {
  const before = terms[first - 1];
  return before?.kind === 'newline' || (before?.kind === 'sign' && '.!…;'.includes(before.text));
}
