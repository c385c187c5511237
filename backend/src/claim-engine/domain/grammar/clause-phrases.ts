import { LEXICON, squeeze } from './lexicon';
import type { NamedTalk, Talk } from './lexicon-lists';
import type { Term } from './reading';
import { Role } from './roles';
import { ENGLISH } from './words';

const NAMED_TALK: ReadonlySet<Talk> = new Set<NamedTalk>([
  'harmlessIfDenied',
  'article',
  'verbOrParticle',
  'topic',
]);

/** A comment with complete claims or passes and talk around them. */
export interface CommentWithTalk {
  terms: readonly Term[];
  text: string;
  /** The terms that make up the claims and passes. */
  core: readonly boolean[];
  /** The terms that separate the talk before a claim from the claim. */
  talkEnds: readonly boolean[];
  /** The packs (as bits) whose talk lists apply. */
  packs: number;
  /** True if the comment's pass words take back earlier claims: `cancel`. */
  undoes: boolean;
  /**
   * True if the comment has acts of more than one kind: for example, it passes one item and claims another.
   */
  mixesActs: boolean;
  /** True if a number is an item of the show. */
  isKnown: (number: string) => boolean;
}

/** A phrase from the talk lists, and its length in words. */
interface TalkPhrase {
  kind: Talk;
  length: number;
}

/** One word, number, or sign of talk. A term that is a phrase becomes several words. */
export interface Word {
  text: string;
  term: Term;
  /** Index of the term in the comment. */
  index: number;
  /** Written with a character that English does not use. */
  hasForeignLetter: boolean;
}

/** True if a sentence or a line ends at a term and the comment's first claim starts directly after it. */
function endsBeforeClaim({ terms, core }: CommentWithTalk, end: number): boolean {
  let ahead = end;
  while (terms[ahead]?.kind === 'newline' || '.!…'.includes(terms[ahead]?.text ?? ' ')) ahead++;
  return ahead > end && core[ahead] === true && terms[ahead]?.act === 'claim' && core.indexOf(true) === ahead;
}

/** The words of a clause, from `first` to just before `end`, and the phrases they form. */
export class ClausePhrases {
  readonly list: Word[] = [];
  /**
   * True if a word that ends the talk, such as "so", is between the clause and the next claim: "hubby said
   * yes so sold 12".
   */
  readonly precedesTalkEnd: boolean;
  /** True if the words before the claim may report another person's agreement: "hubby said yes. sold 12". */
  private readonly allowsAgreement: boolean;
  /**
   * True if a sentence end or line end separates the clause from the first claim: "hubby said yes. sold 12".
   */
  readonly endsBeforeClaim: boolean;
  /** The phrases found so far, by word index. Each is looked up several times. */
  private readonly phrases: (TalkPhrase | null)[] = [];

  constructor(
    readonly comment: CommentWithTalk,
    readonly first: number,
    readonly end: number,
  ) {
    this.precedesTalkEnd = comment.talkEnds[end] === true;
    this.endsBeforeClaim = endsBeforeClaim(comment, end);
    const isCommaBeforeClaim = comment.terms[end]?.text === ',' && comment.core.indexOf(true) === end + 1;
    this.allowsAgreement =
      this.precedesTalkEnd || this.endsBeforeClaim || this.introducesClaim || isCommaBeforeClaim;
    for (let index = first; index < end; index++) {
      const term = comment.terms[index] as Term;
      const hasForeignLetter = /[^\x20-\x7e’]/.test(comment.text.slice(term.start, term.end));
      for (const part of term.kind === 'word' ? term.text.split(' ') : [term.text]) {
        this.list.push({ text: part, term, index, hasForeignLetter });
      }
    }
  }

  /**
   * True if at most a comma separates the clause from the first claim and the claim word is not a participle:
   * "no me aguanto mío 12".
   */
  get introducesClaim(): boolean {
    const { terms, core } = this.comment;
    const ahead = terms[this.end]?.text === ',' ? this.end + 1 : this.end;
    const word = terms[ahead];
    return core.indexOf(true) === ahead && word?.act === 'claim' && !word.participle;
  }

  /** Roles of the word at an index, or 0 if there is no word. */
  rolesAt(at: number): number {
    return this.list[at]?.term.roles ?? 0;
  }

  get hasNumber(): boolean {
    return this.list.some(({ term }) => term.kind === 'number');
  }

  get wordCount(): number {
    return this.list.filter(({ term }) => term.kind !== 'sign').length;
  }

  /** True if the word at an index is in a pack. */
  isListed(at: number): boolean {
    return this.rolesAt(at) !== 0 || this.talkAt(at) !== null;
  }

  isUnlistedWord(at: number): boolean {
    return this.list[at]?.term.kind === 'word' && !this.isListed(at);
  }

  /** True if a term in the clause before the term `end` has one of the roles. */
  hasBefore(end: number, roles: number): boolean {
    for (let index = this.first; index < end; index++) {
      if ((this.comment.terms[index]?.roles ?? 0) & roles) return true;
    }
    return false;
  }

  apologizesBefore(at: number): boolean {
    const apology = Role.HARMLESS | Role.CORRECTION;
    return this.list.slice(0, at).some(({ term }) => (term.roles & apology) === apology);
  }

  /** True for a verb with no praise after it: "is missing". */
  isBareVerb(at: number): boolean {
    return (
      !!(this.rolesAt(at) & Role.QUESTION_AT_START) &&
      !this.talkAt(at) &&
      !(this.rolesAt(at + 1) & Role.HARMLESS)
    );
  }

  /** The word at an index, as the viewer wrote it. */
  writtenAt(at: number): string {
    const term = this.list[at]?.term;
    return term?.kind === 'word' ? this.comment.text.slice(term.start, term.end) : '';
  }

  /**
   * The longest talk phrase at an index, from one named list or from all the others, or null if there is
   * none.
   */
  talkAt(at: number, namedList?: NamedTalk): TalkPhrase | null {
    if (namedList !== undefined) return this.findTalk(at, namedList);
    const known = this.phrases[at];
    if (known !== undefined) return known;
    const found = this.findTalk(at, null);
    this.phrases[at] = found;
    return found;
  }

  private findTalk(at: number, namedList: NamedTalk | null): TalkPhrase | null {
    let node = LEXICON.talk;
    let found: TalkPhrase | null = null;
    for (let ahead = at; ahead < this.list.length; ahead++) {
      const word = this.list[ahead]?.text ?? '';
      // "10/10" in a show with an item 10
      if (this.list[ahead]?.term.kind === 'number' && this.comment.isKnown(word)) break;
      const next = node.next.get(word) ?? node.next.get(squeeze(word));
      if (!next) break;
      node = next;
      const { packs, isShopLanguage } = this.list[ahead]?.term ?? { packs: 0, isShopLanguage: false };
      // Italian "per" is not an English word in an Italian show, and "Cần Thơ" is not the English `tho`.
      const hasForeignLetter = this.list[ahead]?.hasForeignLetter === true;
      const excludedPack = hasForeignLetter || (isShopLanguage && (packs & ENGLISH) === 0) ? ENGLISH : 0;
      const kind = node.leaf?.find(
        (entry) =>
          (NAMED_TALK.has(entry.kind) ? entry.kind === namedList : namedList === null) &&
          (entry.kind !== 'harmlessBeforeClaim' || this.allowsAgreement) &&
          this.comment.packs & ~excludedPack & (1 << entry.pack),
      )?.kind;
      if (kind) found = { kind, length: ahead - at + 1 };
    }
    return found;
  }
}
