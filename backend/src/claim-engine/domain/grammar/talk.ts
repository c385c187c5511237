import { ageLength } from './ages';
import type { Clause } from './clause';
import { describesItem, startsWithChineseWord } from './item-description';
import type { Word } from './clause-phrases';
import { LEXICON } from './lexicon';
import { isBrand, isModelLabel, isYearOfThing } from './models';
import { pleaLength } from './requests-to-others';
import { isAboutOtherThing } from './other-things';
import { isPerson } from './remark-words';
import { DANGER, Role, Strength } from './roles';
import { mayBeReporter, mayReportAt, isOutsideReport, mayReportOther, type TalkState } from './talk-state';
import {
  comparesItem,
  isTalkWithoutOpener,
  HARMLESS_TALK,
  arrangesPaymentOrDelivery,
  isAside,
  isPraise,
  isUnclear,
  MAX_WORDS_BEFORE_OPENING,
  OPENING,
  pointsAtItem,
  REPORTING,
  type Verdict,
} from './talk-forms';

/** Judges a clause of the talk around a claim. */
export function verdictOf(clause: Clause): Verdict {
  if (clause.makesNumberAnAmount || clause.turnsIntoPass || clause.asksAboutItem) return 'danger';
  // "the lovely lady sold 12"
  const last = clause.list.length - 1;
  if (
    clause.directlyPrecedesClaim &&
    clause.list[last] &&
    isPerson(clause.list[last].term, clause.articleBefore(last))
  ) {
    return 'danger';
  }
  return new TalkReader(clause).verdict();
}

/** Reads a clause word by word. */
class TalkReader {
  private at = 0;
  private opened = false;
  private openedBy = 0;
  /** Number of unlisted words before the word that opened the talk. */
  private wordsBefore = 0;
  /** A word may be part of the claim, so the strict grammar reads the clause. */
  private plain = false;
  /** The clause has a "since": "been waiting since last week". */
  private hasSince = false;
  /** The item is praised: "that fern is a beauty". */
  private praises = false;
  /** The clause ends with a phrase that names no one: "i love this so much". */
  private endsWithoutName = false;

  constructor(private readonly clause: Clause) {}

  verdict(): Verdict {
    if (isAside(this.clause) || describesItem(this.clause)) return 'harmless';
    while (this.at < this.clause.list.length) {
      const verdict = this.readPhrase() ?? this.readWord();
      if (verdict === 'danger' || verdict === 'retraction') return verdict;
    }
    // "pindot ng bata po": courtesy after unlisted words does not open the talk.
    const maxWordsBefore = this.openedBy & Role.HARMLESS ? 0 : MAX_WORDS_BEFORE_OPENING;
    if (this.clause.isAddress && !this.clause.directlyPrecedesClaim) return 'harmless';
    const opened =
      (this.opened && this.wordsBefore <= maxWordsBefore) ||
      isTalkWithoutOpener(this.clause) ||
      (this.praises && pointsAtItem(this.clause));
    if (this.plain || !opened) return 'plain';
    return isOutsideReport(this.clause, this.state) ? 'harmless' : 'plain';
  }

  private get state(): TalkState {
    const { opened, openedBy, wordsBefore, praises, hasSince, endsWithoutName } = this;
    return { opened, openedBy, wordsBefore, praises, hasSince, endsWithoutName };
  }

  private open(roles: number): void {
    if (roles === 0) return;
    if (!this.opened) this.openedBy = roles;
    this.opened = true;
  }

  /** Reads a state code, denial, remark, or phrase from the talk lists. Returns null if there is none. */
  private readPhrase(): Verdict | null {
    const { clause, at } = this;
    if (clause.isStateCode(at)) {
      this.at++;
      this.opened = true;
      return 'plain';
    }
    const talk = clause.talkAt(at);
    const denial = clause.harmlessDenialLength(at);
    if (denial > (talk?.length ?? 0)) {
      this.at += denial;
      this.opened = true;
      this.endsWithoutName = clause.introducesClaim;
      return 'plain';
    }
    const remark = Math.max(clause.remarkLength(at), pleaLength(clause, at), ageLength(clause, at));
    const isRemarkLonger = talk
      ? remark > talk.length || (remark === talk.length && !HARMLESS_TALK.has(talk.kind))
      : remark > 0;
    if (isRemarkLonger) {
      this.at += remark;
      this.open(Role.HARMLESS);
      this.endsWithoutName = true;
      return 'plain';
    }
    if (!talk) return null;
    this.at += talk.length;
    this.endsWithoutName =
      (talk.kind === 'harmlessTalk' && talk.length > 1) ||
      (talk.kind === 'harmlessBeforeClaim' && clause.introducesClaim);
    const next = clause.list[this.at]?.term;
    // "12 sold already"
    const reports = at === 0 && clause.directlyFollowsClaim && clause.isAfterParticiple;
    if (reports && REPORTING.has(clause.list[0]?.text ?? '')) return 'danger';
    switch (talk.kind) {
      // Only other files use these lists.
      case 'article':
      case 'verbOrParticle':
      case 'topic':
        break;
      case 'retraction':
      case 'mistake':
        return 'retraction';
      case 'sum':
        if (clause.itemCount < 2) return 'danger';
        this.opened = true;
        break;
      case 'unsettlingTalk':
        return clause.isAfterClaim ? 'retraction' : 'danger';
      case 'excuse':
        return 'danger';
      case 'swap':
        this.opened ||= clause.comment.mixesActs;
        return clause.comment.mixesActs ? 'plain' : 'danger';
      case 'past':
        // "those cheekbones though"
        if ((isAboutOtherThing(clause) && !clause.apologizesBefore(at)) || clause.isClosingTag(at)) break;
        if (!mayReportOther(clause, at, this.at, this.hasSince)) {
          return clause.isAfterClaim ? 'retraction' : 'danger';
        }
        break;
      case 'others':
        if (!mayReportOther(clause, at, this.at, this.hasSince)) {
          return clause.isAfterClaim ? 'retraction' : 'danger';
        }
        break;
      case 'when':
        if (!clause.hasFavorBefore(at)) return clause.isAfterClaim ? 'retraction' : 'danger';
        this.opened = true;
        break;
      case 'owns': {
        // "my sister already got 26" is about another item; "she already got it" is not.
        const length = clause.itemLength(this.at);
        this.at += length;
        this.opened = true;
        return length === 0 ? 'danger' : 'harmless';
      }
      case 'person':
        // "bro that's clean" addresses the host.
        if (
          at === 0 &&
          clause.list[0]?.term.roles === Role.HARMLESS &&
          LEXICON.vocatives.has(clause.list[0].text)
        ) {
          this.open(Role.HARMLESS);
          return 'plain';
        }
        // "my daughter will claim it"
        if (clause.isAfterClaim && clause.talkAt(this.at)?.kind === 'unsettlingTalk') return 'retraction';
        // "hubby grumbled" is a danger, but "for my cat" and "my boss is gonna love this" are not.
        if (
          !this.opened &&
          !comparesItem(clause) &&
          // "Mama wird sich freuen"
          !(clause.shopCapitalizesNouns && clause.talkAt(this.at)?.kind === 'harmlessVerb') &&
          clause.isUnlistedWord(clause.rolesAt(this.at) & Role.QUESTION_AT_START ? this.at + 1 : this.at)
        ) {
          return 'danger';
        }
        if (!this.opened) this.wordsBefore++;
        return 'plain';
      case 'time':
        // "sold 12 at 50% off"
        if (next?.kind === 'number' && clause.list[this.at + 1]?.text === '%') {
          this.opened = true;
          return 'plain';
        }
        // "sold 12 tomorrow" may postpone the claim.
        this.plain ||= at === 0 && !arrangesPaymentOrDelivery(clause);
        return 'plain';
      case 'harmlessBeforeClaim':
      case 'firstPerson':
      case 'harmlessVerb':
        this.opened = true;
        break;
      case 'opener':
        // "how do i pay for my sold 12"
        if (talk.length > 2 && clause.directlyPrecedesClaim && clause.rolesAt(at) & Role.QUESTION_ANYWHERE) {
          return 'danger';
        }
        this.open(Role.PURPOSE);
        break;
      case 'harmlessIfDenied':
      case 'harmlessTalk':
        // "super Preis" as a whole clause
        if (
          talk.length === clause.list.length &&
          clause.isAfterClaim &&
          (talk.length > 1 ? !clause.directlyFollowsClaim : startsWithChineseWord(clause.list[0]?.text))
        ) {
          this.opened = true;
        }
        // "for my granddaughter"
        if (talk.length > 1) this.open(clause.rolesAt(at) & OPENING & ~Role.HARMLESS);
        break;
    }
    // "hold 13" asks for another item.
    const isDuration = ((clause.list[this.at + 1]?.term.roles ?? 0) & Role.MEASURE) !== 0;
    return clause.list[at]?.term.act && next?.kind === 'number' && !isDuration ? 'danger' : 'plain';
  }

  private readWord(): Verdict {
    const { clause, at } = this;
    const { term } = clause.list[at] as Word;
    this.at++;
    this.endsWithoutName = false;
    if (isUnclear(clause, at, '@*&=')) return 'danger';
    if (
      clause.directlyPrecedesClaim &&
      (isPerson(term, clause.articleBefore(at)) || mayBeReporter(clause, at))
    ) {
      return 'danger';
    }
    this.opened ||= isYearOfThing(clause, at);
    // "sold 22 16oz please" chooses a size.
    this.plain ||=
      at === 0 &&
      term.kind === 'number' &&
      clause.directlyFollowsClaim &&
      LEXICON.units.has(clause.list[1]?.text ?? '');
    if (term.kind !== 'word') return 'plain';
    // In "250k", the `k` is a unit, although it is a negation in Vietnamese.
    const unit = term.roles & (Role.CURRENCY | Role.MEASURE) && clause.list[at - 1]?.term.kind === 'number';
    if (unit && term.glued) return 'plain';
    if ((term.roles & DANGER) === Role.QUESTION_AT_START && isPraise(clause, this.at)) {
      this.opened = true;
      this.praises = true;
      return 'plain';
    }
    const apology =
      (term.roles & Role.HARMLESS) !== 0 && (term.roles & (Role.CORRECTION | Role.ALL | Role.ANYMORE)) !== 0;
    if (term.act !== null && (term.act !== 'claim' || term.strength >= Strength.PACK)) return 'danger';
    // "been here since 7"
    const since = term.roles & Role.REPORT && term.roles & Role.PURPOSE;
    if (since && !(clause.isAfterParticiple || (mayReportAt(clause, at) && !term.text.includes(' ')))) {
      this.opened = true;
      this.hasSince = true;
      return 'plain';
    }
    // "same card as order 5521"
    if (term.text === 'as' && clause.list[at - 2]?.text === 'same') return 'plain';
    if (clause.completesAge(at) || isModelLabel(clause, at)) return 'plain';
    const asking = (term.roles & DANGER) === Role.QUESTION_AT_START;
    // "will send", "can pay friday": an English question has a subject after the verb.
    const isStatement = asking && (at > 0 || (!clause.directlyFollowsClaim && clause.leavesOutSubject(at)));
    const isPast = (term.roles & DANGER) === Role.REPORT && term.latin && isAboutOtherThing(clause);
    if (term.roles & DANGER && !apology && !isStatement && !isPast) return 'danger';
    this.plain ||= clause.isVariantOrAmountInShopLanguage(at) && !clause.isAddress;
    if (term.roles & OPENING && !apology) this.open(term.roles & OPENING);
    else if (term.roles === 0 || term.act !== null) {
      if (clause.isName(at) && !clause.isAddress && !isBrand(clause, at)) return 'danger';
      if (!this.opened) this.wordsBefore++;
      // "eeeek"
      if (/(\p{L})\1\1/u.test(term.text)) {
        this.opened = true;
        this.endsWithoutName = true;
      }
    }
    return 'plain';
  }
}
