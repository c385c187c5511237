import type { Clause } from './clause';
import type { Word } from './clause-phrases';
import { LEXICON } from './lexicon';
import { Role } from './roles';
import { MIN_WORDS_WITHOUT_OPENER, MIN_REPORT_WORDS, pointsAtItem } from './talk-forms';

/** Words that begin a remark about waiting before the claim. */
const WAITING: ReadonlySet<string> = new Set(['been', 'waited', 'waiting', 'ive']);

/** Findings from a clause's words. */
export interface TalkState {
  opened: boolean;
  /** Roles of the word that opened it. */
  openedBy: number;
  /** Number of unlisted words before that word. */
  wordsBefore: number;
  praises: boolean;
  hasSince: boolean;
  endsWithoutName: boolean;
}

/** "Linda sold 12": a word listed only in other languages ("linda" means "pretty") may be a name. */
export function mayBeReporter(clause: Clause, at: number): boolean {
  const { term } = clause.list[at] as Word;
  const isLast = at === clause.list.length - 1;
  return isLast && clause.mayReport && !term.isShopLanguage && term.roles !== 0 && term.latin;
}

/** True for the first word after the claim in "sold 12 since yesterday". */
export function mayReportAt(clause: Clause, at: number): boolean {
  return at === 0 && clause.directlyFollowsClaim && clause.mayReport;
}

/** True for a report about something other than the claim: "my nana had one of these". */
export function mayReportOther(clause: Clause, at: number, next: number, hasSince: boolean): boolean {
  // "be there before 6": the number is judged separately.
  if (at > 0 && clause.list[next]?.term.kind === 'number') return true;
  if (hasSince) return true;
  if (clause.directlyPrecedesClaim || clause.wordCount < MIN_REPORT_WORDS) return false;
  // "sorry was putting the kids to bed" is an excuse.
  if (mayReportAt(clause, at) || clause.apologizesBefore(at)) return false;
  // "I had it first", "she got that one", and "ella lo tiene" are about the claimed item.
  return !clause.mayMeanItem(next) && !clause.hasObjectBefore(at);
}

/** False if talk next to the claim may be part of a report: "Amy sold 12", "12 sold taking forever". */
export function isOutsideReport(clause: Clause, talk: TalkState): boolean {
  if (clause.directlyPrecedesClaim) {
    const last = clause.rolesAt(clause.list.length - 1);
    // "been refreshing for 20 min sold 18"
    const namesDuration = clause.list.at(-2)?.term.kind === 'number' && (last & Role.MEASURE) !== 0;
    if (namesDuration && WAITING.has(clause.list[0]?.text ?? '')) return true;
    // "been up since 4am for this sold 164"
    if (talk.hasSince && ['this', 'one', 'it'].includes(clause.list.at(-1)?.text ?? '')) return true;
    // Thai has no punctuation between sentences.
    const unspaced = clause.list[0]?.term.latin === false && !clause.list.some(({ term }) => term.latin);
    if (unspaced && talk.opened && talk.wordsBefore === 0) return true;
    return talk.endsWithoutName || (last & (Role.HARMLESS | Role.DETERMINER)) === Role.HARMLESS;
  }
  if (!clause.directlyFollowsClaim || (talk.praises && pointsAtItem(clause))) return true;
  if (clause.comment.terms[clause.first - 1]?.participle) {
    // "12 sold impact driver"
    const isThing = LEXICON.things.has(clause.list[0]?.term.text ?? '');
    return (talk.openedBy & Role.HARMLESS) !== 0 && !isThing;
  }
  if (!clause.mayReport) return true;
  // "sold 12 to Amy" and "sold 12 from my closet" may be reports, but "hello from Perth" and "to go with my
  // couch" are not.
  const greets = clause.list[0]?.term.text.includes(' ') === true && (clause.rolesAt(0) & Role.ADDRESS) !== 0;
  // "sold 12 in 3 seconds" may report how fast it sold.
  if (clause.rolesAt(0) & Role.PREPOSITION && clause.rolesAt(2) & Role.MEASURE) return false;
  const startsTalk = clause.talkAt(0)?.kind === 'opener';
  if (clause.rolesAt(0) & Role.RECIPIENT && !greets && !startsTalk) return false;
  return (
    !clause.countsThings &&
    (talk.opened || clause.isListed(0) || clause.wordCount >= MIN_WORDS_WITHOUT_OPENER)
  );
}
