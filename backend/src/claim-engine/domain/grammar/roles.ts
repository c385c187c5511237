/** Roles of a word in a comment; `language-pack.ts` describes them. A word may have several. */
export const Role = {
  LABEL: 1 << 0,
  FILLER: 1 << 1,
  HARMLESS: 1 << 2,
  SUBJECT: 1 << 3,
  MY: 1 << 4,
  AND: 1 << 5,
  OR: 1 << 6,
  QUESTION_ANYWHERE: 1 << 7,
  QUESTION_AT_START: 1 << 8,
  NOT: 1 << 9,
  ANYMORE: 1 << 10,
  REPORT: 1 << 11,
  RECIPIENT: 1 << 12,
  DOUBT: 1 << 13,
  CONDITION: 1 << 14,
  JOKE: 1 << 15,
  CORRECTION: 1 << 16,
  ALL: 1 << 17,
  TIMES: 1 << 18,
  PIECES: 1 << 19,
  COUNT: 1 << 20,
  SIZE_MARK: 1 << 21,
  SIZE: 1 << 22,
  COLOR: 1 << 23,
  MEASURE: 1 << 24,
  CURRENCY: 1 << 25,
  PURPOSE: 1 << 26,
  ADDRESS: 1 << 27,
  PLUS: 1 << 28,
  OF: 1 << 29,
  PREPOSITION: 1 << 30,
  DETERMINER: 1 << 31,
} as const;

/** Reliability of a claim, pass, or waitlist word, in ascending order. */
export const Strength = { NONE: 0, TIER: 1, TYPO: 2, WEAK: 3, PACK: 4, SHOP: 5 } as const;
export type Strength = (typeof Strength)[keyof typeof Strength];

/** Words that may belong to the item before them: a size, a color, or a quantity. */
export const PARTS = Role.SIZE | Role.COLOR | Role.SIZE_MARK | Role.TIMES | Role.PIECES | Role.COUNT;

/** Roles of words that take a claim back, ask, or report about others. Such talk is never harmless. */
export const DANGER =
  Role.QUESTION_ANYWHERE |
  Role.QUESTION_AT_START |
  Role.NOT |
  Role.ANYMORE |
  Role.REPORT |
  Role.CONDITION |
  Role.JOKE |
  Role.CORRECTION |
  Role.OR |
  Role.DOUBT |
  Role.ALL;
