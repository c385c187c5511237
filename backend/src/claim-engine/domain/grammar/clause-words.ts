import { smallNumber } from './element-draft';
import { ClausePhrases, type CommentWithTalk, type Word } from './clause-phrases';
import { LEXICON } from './lexicon';
import { isOwnedNoun, MAX_OWNED, PLURAL } from './owned';
import { DANGER, PARTS, Role, Strength } from './roles';
import { YEAR } from './talk-numbers';
import { ENGLISH } from './words';

/** Words that may be part of the claim itself. */
const CLAIM_PARTS = PARTS | Role.PLUS;

const ZIP_CODE = /^\d{5}$/;
/** Words for the item itself. */
export const ITEM_WORDS: ReadonlySet<string> = new Set([
  'it',
  'them',
  'that',
  'this',
  'one',
  'mine',
  'first',
]);
/** Pronouns for the item that come before the verb: `lo tiene`, `l'a`. */
const OBJECTS: ReadonlySet<string> = new Set(['lo', 'l']);

/** Maximum number of words from a denial to what it denies: `no me lo mandes`. */
const MAX_WORDS_TO_DENIED = 4;

/** The words of a clause: from `first` to just before `end`. */
export class ClauseWords extends ClausePhrases {
  /** "88 Beach Rd": a number and a street noun. */
  readonly isAddress: boolean;
  /** Indexes of the words in phrases that open talk. */
  private readonly openers = new Set<number>();

  constructor(comment: CommentWithTalk, first: number, end: number) {
    super(comment, first, end);
    this.isAddress =
      this.list.some(({ term }) => term.kind === 'number') &&
      this.list.some(({ term }, at) => LEXICON.streets.has(term.text) || this.isStateCode(at));
    for (let at = 0; at < this.list.length;) {
      const talk = this.talkAt(at);
      const length = talk?.length ?? 1;
      const isHarmlessPhrase = talk?.kind === 'harmlessTalk' && talk.length > 1;
      if (talk && (isHarmlessPhrase || ['opener', 'firstPerson', 'harmlessVerb'].includes(talk.kind))) {
        for (let place = at; place < at + length; place++) this.openers.add(place);
      }
      at += length;
    }
  }

  /** "Portland OR 97209": two capital letters before a postal code. */
  isStateCode(at: number): boolean {
    const term = this.list[at]?.term;
    const next = this.list[at + 1]?.term;
    if (!term || next?.kind !== 'number' || !ZIP_CODE.test(next.text)) return false;
    return /^[A-Z]{2}$/.test(this.comment.text.slice(term.start, term.end));
  }

  /** Length of a harmless denial ("no need to ship", "no me lo mandes"), or 0 if there is none. */
  harmlessDenialLength(at: number): number {
    if (!(this.rolesAt(at) & Role.NOT)) return 0;
    const { index } = this.list[at] as Word;
    for (let ahead = at + 1; ahead <= at + MAX_WORDS_TO_DENIED && ahead < this.list.length; ahead++) {
      const word = this.list[ahead] as Word;
      if (word.index === index) continue;
      const denied = this.talkAt(ahead, 'harmlessIfDenied');
      if (denied) return ahead + denied.length - at;
      const isAct = word.term.act !== null && word.term.strength >= Strength.PACK;
      if (word.term.kind !== 'word' || isAct || word.term.roles & Role.NOT) return 0;
    }
    return 0;
  }

  /** Length of a phrase that changes nothing in any position ("before hubby sees"), or 0 if there is none. */
  remarkLength(at: number): number {
    const { term, index } = this.list[at] as Word;
    const whole = this.list[at - 1]?.index !== index && term.text.includes(' ');
    const plain = (term.roles & (DANGER | Role.DETERMINER | Role.HARMLESS)) === Role.HARMLESS;
    // "with free shipping only"
    if (!whole || !plain || term.act !== null || this.rolesAt(at - 1) & Role.PREPOSITION) return 0;
    return term.text.split(' ').length;
  }

  /** "the 3 I got": a number inside a remark, after an unlisted word and before another word. */
  isInsideRemark(at: number): boolean {
    const next = this.list[at + 1]?.term;
    const wordFollows =
      next?.kind === 'word' && !(next.roles & (Role.HARMLESS | Role.AND | CLAIM_PARTS | Role.CORRECTION));
    if (!wordFollows || next.act !== null) return false;
    let place = at - 1;
    while (place >= 0 && this.rolesAt(place) & (Role.FILLER | Role.DETERMINER | Role.MY)) place--;
    const before = this.list[place];
    return before?.term.kind === 'word' && place < at - 1 && this.isUnlistedOrOpener(place);
  }

  /** True for a word that is not in any list or that opens talk. */
  isUnlistedOrOpener(at: number): boolean {
    const { term } = this.list[at] as Word;
    if (term.act !== null) return false;
    return term.roles === 0 || this.openers.has(at);
  }

  /** True if a shop language capitalizes every noun. */
  get shopCapitalizesNouns(): boolean {
    return (LEXICON.capitalNouns & this.comment.packs & ~ENGLISH) !== 0;
  }

  /**
   * True for a capitalized unlisted word that may be a person's name. False for a thing, a place, or a
   * recipient.
   */
  isName(at: number): boolean {
    const { term } = this.list[at] as Word;
    if (term.kind !== 'word' || !term.latin) return false;
    const written = this.writtenAt(at);
    if (!/^\p{Lu}\p{Ll}/u.test(written) || term.roles !== 0 || term.act) return false;
    // "Driving so can't type"
    if (at === 0 && /ing$/.test(written)) return false;
    // "don't let Barb see this"
    if (['let', 'tell'].includes(this.list[at - 1]?.text ?? '') && this.rolesAt(at - 2) & Role.NOT) {
      return false;
    }
    // "the Pyrex one", "that Hot Wheels bin": a capitalized word after an article names a thing.
    if (this.isNamedThing(at)) return false;
    // "Kelly girl I NEED that!!"
    if (
      at === 0 &&
      this.end < this.comment.core.indexOf(true) &&
      LEXICON.vocatives.has(this.list[1]?.text ?? '')
    ) {
      return false;
    }
    // "Quezon City", "Cavite area"
    if (this.precedesPlaceWord(at)) return false;
    // German nouns: "zu meiner Jacke"
    const before = this.list[at - 1]?.term.roles ?? 0;
    const introduced = before & (Role.MY | Role.FILLER | Role.PREPOSITION) || this.openers.has(at - 1);
    // "zu Omas Geschirr"
    const isOwner = (place: number): boolean =>
      /^\p{Lu}\p{Ll}+s$/u.test(this.writtenAt(place)) && /^\p{Lu}/u.test(this.writtenAt(place + 1));
    const hasOwner = isOwner(at) || (at > 0 && isOwner(at - 1));
    if (this.shopCapitalizesNouns && (introduced || (hasOwner && !this.followsClaim))) return false;
    // "3 am in Manila"
    if (before & Role.PREPOSITION && !/s$/.test(written)) return false;
    // "ship to Perth", "for Brenda", but "yay for Amy"
    const isSecond = this.list[at - 1]?.term === this.list[0]?.term;
    const isRecipient = at > 0 && isSecond && this.rolesAt(0) & Role.PURPOSE;
    return !isRecipient && !this.hasBefore(this.list[at]?.index ?? 0, Role.ADDRESS);
  }

  /** "my 2 girls": a small number between a possessive and a noun counts what is owned. */
  countsOwned(at: number): boolean {
    const next = this.list[at + 1]?.term;
    const few = smallNumber(this.list[at]?.term.text) <= MAX_OWNED;
    if (!few || next?.kind !== 'word' || next.act !== null) return false;
    // "knocked over 2 plants"
    const areThings = at > 1 && next.roles === 0 && PLURAL.test(next.text) && !this.talkAt(at + 1);
    if (areThings && !this.isListed(at - 2)) return true;
    // "with 2 screaming kids"
    const unlistedFollows = at > 0 && next.roles === 0 && !this.talkAt(at + 1);
    if (unlistedFollows && !this.followsClaim && this.countsPeople(at + 2)) return true;
    return (this.rolesAt(at - 1) & Role.MY) !== 0 && isOwnedNoun(next);
  }

  private countsPeople(at: number): boolean {
    return this.talkAt(at)?.kind === 'person' || (this.rolesAt(at) & Role.MEASURE) !== 0;
  }

  private isNamedThing(at: number): boolean {
    let place = at - 1;
    while (/^\p{Lu}/u.test(this.writtenAt(place)) && this.rolesAt(place) === 0) place--;
    // "the whole Hot Wheels bin"
    if (place > 0 && this.isUnlistedOrOpener(place) && !this.talkAt(place, 'article')) place--;
    // "that Karen is fast", but "that Coach bag is gorgeous"
    const kind = this.talkAt(at + 1)?.kind;
    const reports = kind === 'others' || kind === 'past' || (this.rolesAt(at + 1) & DANGER) !== 0;
    const isStatement = reports || this.list.slice(at + 1).some((_, from) => this.isBareVerb(at + 1 + from));
    // "that Karen"
    const isPerson =
      place === 0 && at + 1 === this.list.length && LEXICON.pointers.has(this.list[0]?.text ?? '');
    return place >= 0 && !isPerson && !isStatement && this.talkAt(place, 'article') !== null;
  }

  private precedesPlaceWord(at: number): boolean {
    const place = Role.ADDRESS | Role.FILLER;
    return [1, 2].some((ahead) => (this.rolesAt(at + ahead) & place) === place);
  }

  /** "sorry Dana": the last word, after courtesy. */
  isAddressee(at: number): boolean {
    return at === this.list.length - 1 && (this.rolesAt(at - 1) & Role.HARMLESS) !== 0;
  }

  /** A word that may choose a variant or an amount. The `x` in "ta love x" is a kiss, not an amount. */
  isVariantOrAmountInShopLanguage(at: number): boolean {
    const { term } = this.list[at] as Word;
    // A letter may be part of a code: `12 B`.
    const next = this.list[at + 1]?.term;
    const precedesWord = next?.kind === 'word' && next.text.length > 1 && !(next.roles & Role.HARMLESS);
    if (term.latin && term.text.length === 1 && term.roles === 0 && !precedesWord) return true;
    const before = this.list[at - 1]?.term;
    // "80s vibes", "been wanting a red one"
    if (term.text === 's' && term.glued && before?.kind === 'number') return false;
    if (at > 1 && next?.value === '1' && ['a', 'an', 'another'].includes(before?.text ?? '')) return false;
    if (this.countsOtherPieces(at - 1)) return false;
    // "năm 1990"
    if (term.roles & Role.MEASURE && next?.kind === 'number' && YEAR.test(next.text)) return false;
    const counted = before?.kind === 'number' || ((before?.roles ?? 0) & (Role.COUNT | Role.TIMES)) !== 0;
    const times = this.list[at + 1]?.term.kind === 'number' ? Role.TIMES : 0;
    // "your bags are the best", "tengo una boda"
    const wordFollows =
      next?.kind === 'word' && !(next.roles & (Role.HARMLESS | Role.AND | Role.PIECES | Role.OF));
    const roles =
      (CLAIM_PARTS & ~(Role.TIMES | Role.PIECES | Role.COUNT)) |
      times |
      (counted ? Role.PIECES : 0) |
      (term.value === '1' && wordFollows ? 0 : Role.COUNT);
    // "with my black boots"
    const described = (term.roles & (Role.SIZE | Role.COLOR)) !== 0 && next?.kind === 'word';
    if (described && (before?.roles ?? 0) & Role.MY) return false;
    return (term.roles & roles) !== 0 && (term.packs & this.comment.packs) !== 0;
  }

  /** "can pay friday": no subject follows the verb. */
  leavesOutSubject(at: number): boolean {
    const next = this.list[at + 1];
    if (next?.term.kind !== 'word') return false;
    return LEXICON.favors.has(next.text) || (next.term.roles & Role.ADDRESS) !== 0;
  }

  /** "อายุ 65 แล้ว", "65岁了": the word that completes an age. */
  completesAge(at: number): boolean {
    const { term } = this.list[at] as Word;
    const number = this.rolesAt(at - 1) & Role.MEASURE ? at - 2 : at - 1;
    const completes = !term.latin && (term.roles & DANGER) === Role.ANYMORE;
    return completes && number > 0 && this.list[number]?.term.kind === 'number';
  }

  private get followsClaim(): boolean {
    return this.comment.core[this.first - 1] === true;
  }

  /** "the last bowl came in 2 pieces": pieces that are not next to the claim are pieces of something else. */
  countsOtherPieces(at: number): boolean {
    const opens = ['in', 'into', 'en', 'em'].includes(this.list[at - 1]?.text ?? '');
    return !this.followsClaim && at > 2 && opens && (this.rolesAt(at + 1) & Role.PIECES) !== 0;
  }

  /**
   * "sold 12 cupcakes", "12 vintage plates", "12 cute little purses": the claim's number may count things.
   */
  get countsThings(): boolean {
    const isPlural = (at: number, pieces = 0): boolean => {
      const term = this.list[at]?.term;
      if (!term || (this.isListed(at) && !(term.roles & pieces))) return false;
      return /[^su'’]s$/.test(this.comment.text.slice(term.start, term.end));
    };
    // "sold 12 my old couches"
    const isModifier = ({ term }: Word, at: number): boolean =>
      term.act === null && (term.roles & ~(Role.HARMLESS | (at === 0 ? Role.MY : 0))) === 0;
    const last = this.list.length - 1;
    const isModifiedPlural = isPlural(last, Role.PIECES) && this.list.slice(0, last).every(isModifier);
    return isPlural(0) || (!this.isListed(0) && isPlural(1)) || isModifiedPlural;
  }

  /** "hold it till friday": a favor before the word that postpones it. */
  hasFavorBefore(at: number): boolean {
    return this.list.slice(0, at).some(({ text, term }) => {
      if (term.act !== null && term.text.includes(' ')) return false;
      return LEXICON.favors.has(text) || (term.roles & Role.ADDRESS) !== 0;
    });
  }

  /** True for "it", "one", "mine", or no word, so a verb before it may be about the item. */
  mayMeanItem(at: number): boolean {
    const word = this.list[at];
    return word === undefined || ITEM_WORDS.has(word.text);
  }

  hasObjectBefore(at: number): boolean {
    return OBJECTS.has(this.list[at - 1]?.text ?? '');
  }

  /** A word that may choose a variant or an amount, whatever its language. */
  isVariantOrAmount(at: number): boolean {
    return (this.rolesAt(at) & CLAIM_PARTS) !== 0;
  }

  /** "my card was declined", if `my` is also a claim word. */
  opensTalk(at: number): boolean {
    return this.list[at + 1]?.term.kind === 'word' && this.itemLength(at + 1) === 0;
  }

  /** Length of an item number such as `26`, `#26`, or `number 26`, or 0 if there is no number. */
  itemLength(at: number): number {
    let ahead = at;
    while (this.list[ahead]?.text === '#' || (this.list[ahead]?.term.roles ?? 0) & Role.LABEL) ahead++;
    return this.list[ahead]?.term.kind === 'number' ? ahead + 1 - at : 0;
  }
}
