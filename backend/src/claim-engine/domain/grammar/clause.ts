import { ClauseWords } from './clause-words';
import { smallNumber } from './element-draft';
import { LEXICON } from './lexicon';
import { PLAUSIBLE_AMOUNT } from './numbers';
import type { Term } from './reading';
import { countsThing } from './remark-words';
import { DANGER, Role, Strength } from './roles';

/** A number in parentheses below this may count units. */
const MIN_AGE = 6;
const MAX_AGE = 99;
const MAX_NAME_WORDS = 2;
const MAX_EXCLAIMED_WORDS = 2;
/** Verbs that ask about the item if a pronoun follows them. */
const VERBS: ReadonlySet<string> = new Set(['will', 'would', 'does', 'do', 'did', 'can', 'could']);
const ITEM_PRONOUNS: ReadonlySet<string> = new Set(['it', 'they', 'these']);
/** Words that address the host. */
export const HOST_WORDS: ReadonlySet<string> = new Set(['you', 'youre', 'youve', 'your', 'u', 'ur']);
/** A word with one of these roles may begin a remark. */
const REMARK = Role.MY | Role.HARMLESS | Role.FILLER;
/** A word with one of these roles does not begin a remark. */
const NO_REMARK =
  Role.RECIPIENT |
  Role.PREPOSITION |
  Role.OF |
  Role.PIECES |
  Role.COUNT |
  Role.AND |
  Role.PURPOSE |
  Role.ADDRESS |
  Role.MEASURE;

/** A clause in the text around a claim, and its position in the comment. */
export class Clause extends ClauseWords {
  /** The claim is directly before the clause. */
  get directlyFollowsClaim(): boolean {
    return this.comment.core[this.first - 1] === true && !this.followsPicture(this.first);
  }

  /** The claim is directly after the clause. */
  get directlyPrecedesClaim(): boolean {
    return this.comment.core[this.end] === true && !this.followsPicture(this.end);
  }

  /** "ripper! sold 12": a word or two with an exclamation mark before the first claim. */
  get exclaims(): boolean {
    const exclaimed = this.comment.terms[this.end]?.text === '!' && this.endsBeforeClaim;
    // In "busy day! sold 12", `sold` may report a past sale.
    const maxWords = this.mayReport ? 1 : MAX_EXCLAIMED_WORDS;
    return exclaimed && this.wordCount <= maxWords && this.first === 0;
  }

  /** "its calling me", "my white whale": a remark about the viewer or the item, without a number. */
  get startsRemark(): boolean {
    const [first] = this.list;
    if (!first || first.term.act !== null || first.term.kind !== 'word') return false;
    if (this.hasNumber) return false;
    const kind = this.talkAt(0)?.kind;
    if (kind !== undefined) return ['opener', 'harmlessTalk', 'firstPerson', 'harmlessVerb'].includes(kind);
    return (first.term.roles & REMARK) !== 0 && (first.term.roles & NO_REMARK) === 0;
  }

  /** "sold 12 (my age lol)" */
  get isBracketed(): boolean {
    const { terms } = this.comment;
    return this.isAfterClaim && terms[this.first - 1]?.text === '(' && terms[this.end]?.text === ')';
  }

  /** True if a picture comes before a term: "hello from Ohio ❄️ sold 12". */
  private followsPicture(index: number): boolean {
    const { terms, text } = this.comment;
    return text.slice(terms[index - 1]?.end ?? 0, terms[index]?.start ?? 0).trim() !== '';
  }

  /** The word before a thing or a person, skipping praise between them: the `the` in "the lovely lady". */
  articleBefore(at: number): Term | undefined {
    let place = at - 1;
    while (place > 0 && this.rolesAt(place) & Role.HARMLESS) place--;
    return this.list[place]?.term;
  }

  /** True for the `though` in "those cheekbones though", but not in "that fern is dead though". */
  isClosingTag(at: number): boolean {
    const isTag = at === this.list.length - 1 && LEXICON.tags.has(this.list[at]?.text ?? '');
    return isTag && !this.list.some((_, place) => this.isBareVerb(place));
  }

  /** "sold 5 minutes": the number before the clause is an amount, so it is not an item number. */
  get makesNumberAnAmount(): boolean {
    const number = this.comment.terms[this.first - 1];
    const [thing] = this.list;
    if (number?.kind !== 'number') return false;
    if (thing && !this.isLabeled && !this.comment.isKnown(number.text) && countsThing(number, thing.term)) {
      return true;
    }
    // "sold 12 of the Pyrex bowls"
    if (thing?.text === 'of' && this.mayReport) return true;
    const pieces = (this.rolesAt(0) & Role.PIECES) !== 0 && (this.rolesAt(1) & Role.OF) !== 0;
    // "chốt 63 ngày 15": the word announces a date.
    const announces = LEXICON.dates.has(thing?.text ?? '') && this.list[1]?.term.kind === 'number';
    // "chốt 77 bé nhà em": a member of the viewer's family.
    const talk = this.talkAt(0);
    const after = this.list[talk?.length ?? 0]?.term.kind ?? 'number';
    const isFamily =
      talk !== null &&
      talk.length > 1 &&
      ['opener', 'harmlessTalk'].includes(talk.kind) &&
      after === 'number';
    const isMeasured = (this.rolesAt(0) & Role.MEASURE) !== 0 && !announces;
    return pieces || (isMeasured && !(isFamily && smallNumber(number.text) > PLAUSIBLE_AMOUNT));
  }

  /** "I'm 5'4 will it fit" */
  get asksAboutItem(): boolean {
    return this.list.some(
      ({ text }, at) => at > 0 && VERBS.has(text) && ITEM_PRONOUNS.has(this.list[at + 1]?.text ?? ''),
    );
  }

  /** In "take 12 off", the clause's first word (`off`) turns the claim before it into a pass. */
  get turnsIntoPass(): boolean {
    const { terms, core } = this.comment;
    if (!this.directlyFollowsClaim || !LEXICON.particles.has(this.list[0]?.text ?? '')) return false;
    const act = terms.findLast((term, at) => at < this.first && core[at] === true && term.act !== null);
    return LEXICON.separables.has(act?.text ?? '');
  }

  /** True if a claim in the comment names the number. */
  isClaimedNumber(number: string): boolean {
    return this.comment.terms.some(
      ({ kind, text }, at) => kind === 'number' && text === number && this.comment.core[at] === true,
    );
  }

  /** "12 sold! since 7": the claim before the clause may be a report. */
  get isAfterParticiple(): boolean {
    const { terms, core } = this.comment;
    return terms[core.lastIndexOf(true, this.first)]?.participle === true;
  }

  /** A claim is somewhere before the clause. */
  get isAfterClaim(): boolean {
    return this.comment.core.lastIndexOf(true, this.first) >= 0;
  }

  /** True if the last claim or pass word before the clause is a pass word. */
  get isAfterPass(): boolean {
    const { terms, core } = this.comment;
    for (let index = this.first - 1; index >= 0; index--) {
      const term = terms[index] as Term;
      if (core[index] && term.act && term.strength >= Strength.PACK) return term.act === 'pass';
    }
    return false;
  }

  /** Number of items named in the claims. */
  get itemCount(): number {
    const { terms, core } = this.comment;
    return terms.filter(({ kind }, index) => core[index] && kind === 'number').length;
  }

  /** "sold item 12", "sold #12": the number is an item number, not a count. */
  get isLabeled(): boolean {
    const { terms, core } = this.comment;
    const number = terms.findIndex(({ kind }, at) => core[at] === true && kind === 'number');
    const before = terms[number - 1];
    return core[number - 1] === true && (before?.text === '#' || ((before?.roles ?? 0) & Role.LABEL) !== 0);
  }

  /** "sold 77 x2": the claim has a quantity, so its number is not a count. */
  get isCounted(): boolean {
    const { terms, core } = this.comment;
    return terms.some(
      ({ text, roles }, at) => core[at] === true && (text === '×' || (roles & Role.TIMES) !== 0),
    );
  }

  /** True if a claim word in the comment may also report a past sale: `sold`. */
  get mayReport(): boolean {
    return this.comment.core.some((part, at) => part && this.comment.terms[at]?.participle === true);
  }

  /** "sold 41 - Karen", "sold 41, Karen from Red Deer": the viewer's own name at the end of the comment. */
  get isSignature(): boolean {
    const { terms } = this.comment;
    const [dash] = this.list;
    const dashed = dash?.text === '-' && !dash.term.glued && this.directlyFollowsClaim;
    const afterComma = terms[this.first - 1]?.text === ',';
    // "sold to me, Marjorie"
    const isToMe = afterComma && /^(?:to )?me$/.test(terms[this.first - 2]?.text ?? '');
    const comma = afterComma && (isToMe || this.comment.core[this.first - 2] === true);
    if (!(dashed || comma) || terms.length > this.end || /['’]s\s*$/.test(this.comment.text)) return false;
    const start = dashed ? 1 : 0;
    let end = start;
    while (end < this.list.length && this.isCapitalized(end) && end < start + MAX_NAME_WORDS) end++;
    if (end > start && this.list[end]?.text === '.') end++;
    if (end === start || !this.isName(start)) return false;
    const placeStart =
      ['from', 'in'].includes(this.list[end]?.text ?? '') && end + 1 < this.list.length ? end + 1 : 0;
    if (placeStart === 0) return (dashed || isToMe) && end === this.list.length;
    return this.list.slice(placeStart).every((_, at) => this.isCapitalized(placeStart + at));
  }

  private isCapitalized(at: number): boolean {
    return this.list[at]?.term.act === null && /^\p{Lu}/u.test(this.writtenAt(at));
  }

  /** "hey its mike again sold 66", "Janet here on hubby's phone - sold 250": the viewer's introduction. */
  get isIntroduction(): boolean {
    if (this.isAfterClaim) return false;
    let at = 0;
    while (this.rolesAt(at) & Role.HARMLESS && !(this.rolesAt(at) & Role.SUBJECT)) at++;
    const { list } = this;
    const greets = at > 0;
    // "hi Tammy it's Joan"
    if (greets && this.isCapitalized(at) && list[at + 1]?.text === 'its') at++;
    const leadLength =
      list[at]?.text === 'its' ? 1 : ['it is', 'this is'].includes(this.textAt(at, 2)) ? 2 : 0;
    const name = at + leadLength;
    const isUnlisted = list[name]?.term.kind === 'word' && this.rolesAt(name) === 0 && !this.talkAt(name);
    if (!isUnlisted || list[name]?.term.act) return false;
    const next = list[name + 1]?.text;
    // "its Joan's"
    if (/['’]s$/.test(this.writtenAt(name))) return false;
    if (leadLength > 0 && greets && name + 1 === list.length) return this.isCapitalized(name);
    if (leadLength > 0) return ['again', 'here'].includes(next ?? '') && name + 2 >= list.length;
    const isSeparate = list.at(-1)?.text === '-' || !this.directlyPrecedesClaim;
    const calm = list
      .slice(name + 2)
      .every(({ term }) => term.act === null && !(term.roles & (DANGER & ~Role.DOUBT)));
    return next === 'here' && this.isCapitalized(name) && isSeparate && calm;
  }

  private textAt(at: number, count: number): string {
    return this.list
      .slice(at, at + count)
      .map(({ text }) => text)
      .join(' ');
  }

  /** "you talked me into it, Diane!": the host's name, after words addressed to the host. */
  get namesHost(): boolean {
    const { terms } = this.comment;
    if (this.list.length !== 1 || !this.isName(0) || terms[this.first - 1]?.text !== ',') return false;
    const isEnd = terms.slice(this.end).every(({ kind }) => kind === 'sign');
    let at = this.first - 2;
    while (at >= 0 && !this.comment.core[at] && terms[at]?.kind === 'word') at--;
    const words = terms.slice(at + 1, this.first - 1).flatMap(({ text }) => text.split(' '));
    return isEnd && words.length > 2 && words.some((word) => HOST_WORDS.has(word));
  }

  /** "Randy is gonna kill me": a joke about another person, which changes nothing about the claim. */
  get jokesAboutPerson(): boolean {
    const joke = this.isName(0) && !this.directlyPrecedesClaim ? this.talkAt(1) : null;
    return joke?.kind === 'harmlessVerb' && this.list[joke.length]?.text === 'me';
  }

  /** "manda pro mesmo endereço, nº 230": a labeled number after an address. */
  get continuesAddress(): boolean {
    const { terms } = this.comment;
    const numbers = this.list.filter(({ term }) => term.kind === 'number');
    const labeled = this.list.length <= 3 && numbers.length === 1 && (this.rolesAt(0) & Role.LABEL) !== 0;
    if (!labeled || this.comment.isKnown(numbers[0]?.text ?? '')) return false;
    return terms[this.first - 1]?.text === ',' && ((terms[this.first - 2]?.roles ?? 0) & Role.ADDRESS) !== 0;
  }

  /** "for my grandson (9)": an age in brackets after a person. */
  get isAge(): boolean {
    const { terms } = this.comment;
    const [age] = this.list;
    const bracketed = terms[this.first - 1]?.text === '(' && terms[this.end]?.text === ')';
    if (!age || this.list.length > 1 || !bracketed || this.comment.isKnown(age.text)) return false;
    const years = smallNumber(age.text);
    const person = terms[this.first - 2];
    const hasPurpose = terms.slice(0, this.first - 2).some(({ roles }) => roles & Role.PURPOSE);
    return hasPurpose && person?.kind === 'word' && years >= MIN_AGE && years <= MAX_AGE;
  }
}
