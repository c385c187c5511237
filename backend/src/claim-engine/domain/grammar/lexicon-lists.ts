import type { IntentAct } from '@sellary/contracts';
import type { LanguagePack } from './language-pack';
import type { Lexicon, Sense } from './lexicon';
import { Role } from './roles';

/** The kind of phrase in the talk around a claim, named after the pack list that contains it. */
export type Talk = keyof typeof TALK_LISTS;

/** Talk lists that are used only if a caller asks for them by name. */
export type NamedTalk = 'harmlessIfDenied' | 'article' | 'verbOrParticle' | 'topic';

export const ROLE_LISTS = {
  label: Role.LABEL,
  filler: Role.FILLER,
  preposition: Role.PREPOSITION,
  harmless: Role.HARMLESS,
  subject: Role.SUBJECT,
  my: Role.MY,
  and: Role.AND,
  or: Role.OR,
  questionAnywhere: Role.QUESTION_ANYWHERE,
  questionAtStart: Role.QUESTION_AT_START,
  not: Role.NOT,
  anymore: Role.ANYMORE,
  report: Role.REPORT,
  recipient: Role.RECIPIENT,
  doubt: Role.DOUBT,
  condition: Role.CONDITION,
  joke: Role.JOKE,
  correction: Role.CORRECTION,
  all: Role.ALL,
  times: Role.TIMES,
  plus: Role.PLUS,
  pieces: Role.PIECES,
  of: Role.OF,
  sizeMark: Role.SIZE_MARK,
  measure: Role.MEASURE,
  currency: Role.CURRENCY,
  purpose: Role.PURPOSE,
  address: Role.ADDRESS,
  determiner: Role.DETERMINER,
} as const satisfies Partial<Record<keyof LanguagePack, number>>;

/** Each list's act, the trust in its words, and whether they mean "no longer". */
export const ACT_LISTS = {
  claim: ['claim', 'plain', false],
  claimWeak: ['claim', 'weak', false],
  claimTier: ['claim', 'tier', false],
  pass: ['pass', 'plain', false],
  passWeak: ['pass', 'weak', false],
  noLonger: ['pass', 'weak', true],
  wait: ['waitlist', 'plain', false],
  waitWeak: ['waitlist', 'weak', false],
  change: ['pass', 'change', false],
} as const satisfies Partial<Record<keyof LanguagePack, readonly [IntentAct, Sense['trust'], boolean]>>;

export const VALUE_LISTS = {
  counts: Role.COUNT,
  numerals: Role.COUNT,
  sizes: Role.SIZE,
  colors: Role.COLOR,
} as const;

/** Lists that become phrase sets in the lexicon, with the set names. */
export const SET_LISTS = {
  participles: 'participles',
  contrast: 'contrast',
  cancelWord: 'cancelWords',
  date: 'dates',
  era: 'eras',
  request: 'requests',
  favor: 'favors',
  street: 'streets',
  plea: 'pleas',
  shopName: 'shopNames',
  letterQuantity: 'letterQuantity',
  talkEnd: 'talkEnds',
  pointer: 'pointers',
  wish: 'wishes',
  wishAtEnd: 'wishesAtEnd',
  lastVerb: 'lastVerbs',
  separable: 'separables',
  particle: 'particles',
  grade: 'grades',
  tag: 'tags',
  vocative: 'vocatives',
  thing: 'things',
  article: 'articles',
  unit: 'units',
  age: 'ages',
  release: 'releases',
  vague: 'vague',
  oneEach: 'oneEach',
} as const satisfies Partial<Record<keyof LanguagePack, keyof Lexicon>>;

export const TALK_LISTS = {
  harmlessBeforeClaim: true,
  harmlessTalk: true,
  excuse: true,
  harmlessIfDenied: true,
  article: true,
  verbOrParticle: true,
  topic: true,
  mistake: true,
  sum: true,
  swap: true,
  retraction: true,
  unsettlingTalk: true,
  others: true,
  past: true,
  when: true,
  person: true,
  firstPerson: true,
  owns: true,
  harmlessVerb: true,
  time: true,
  opener: true,
} as const satisfies Partial<Record<keyof LanguagePack, true>>;
