import {
  DELETED_COMMENTS,
  type DeletedComments,
  MAX_BUYER_LIMIT,
  MAX_CLAIMS_PER_COMMENT,
  MAX_FAIRNESS_WINDOW_SECONDS,
  MAX_RULE_WORD_LENGTH,
  MAX_RULE_WORDS,
  MAX_VIEWER_DELAY_SECONDS,
  MAX_VIEWER_DELAYS,
  REPEAT_CLAIMS,
  type RepeatClaims,
  type ShowRules,
} from '@sellary/contracts';
import { IsIn, ValidateBy } from 'class-validator';
import { Optional, PlainText, WholeNumber } from '../../kernel';

/** A word needs a letter. Digits or symbols alone are not a word, except `+` with or without a number. */
const WORD = /^(?=\P{Cc}*$)\P{L}*\p{L}|^\s*\+\s*(?:\d+\s*)?$/u;

/** True if the value is a list of claim or pass words. See `Words`. */
export function areWords(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_RULE_WORDS) return false;
  const words: unknown[] = value;
  return (
    words.every(
      (word) =>
        typeof word === 'string' &&
        [...word].length <= MAX_RULE_WORD_LENGTH &&
        WORD.test(word.normalize('NFKC')),
    ) && new Set(words.map((word) => String(word).toLowerCase())).size === words.length
  );
}

/** One or more different words in any script, each with a letter (or `+` with or without a number). */
const Words = (): PropertyDecorator =>
  ValidateBy({
    name: 'words',
    validator: {
      validate: areWords,
      defaultMessage: (args) =>
        `${args?.property ?? 'words'} must be 1–${MAX_RULE_WORDS} different words of 1–${MAX_RULE_WORD_LENGTH} characters, each with a letter (or + and a number)`,
    },
  });

const SOURCE = /^[^\s/\p{Cc}]{1,50}(\/[^\p{Cc}]{1,200})?$/u;

/** True if the value maps sources to seconds. See `ViewerDelays`. */
function areViewerDelays(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const delays = Object.entries(value as Record<string, unknown>);
  return (
    delays.length <= MAX_VIEWER_DELAYS &&
    delays.every(([source, seconds]) => SOURCE.test(source) && isDelay(seconds))
  );
}

/** Steps of 0.1 are checked with a tolerance for floating-point errors. */
const isDelay = (seconds: unknown): boolean =>
  typeof seconds === 'number' &&
  seconds >= 0 &&
  seconds <= MAX_VIEWER_DELAY_SECONDS &&
  Number.isInteger(Math.round(seconds * 1e6) / 1e5);

/** Seconds by platform id, or by platform id and live id: 0–60 in steps of 0.1. */
const ViewerDelays = (): PropertyDecorator =>
  ValidateBy({
    name: 'viewerDelays',
    validator: {
      validate: areViewerDelays,
      defaultMessage: (args) =>
        `${args?.property ?? 'delays'} must map at most ${MAX_VIEWER_DELAYS} sources (such as facebook, or facebook/123) to seconds from 0 to ${MAX_VIEWER_DELAY_SECONDS} in steps of 0.1`,
    },
  });

/** Rules that a client sets, for a show or as the defaults of a workspace. */
export class ShowRulesDto implements Partial<ShowRules> {
  @Optional()
  @Words()
  claimWords?: string[];

  @Optional()
  @Words()
  passWords?: string[];

  @Optional()
  @WholeNumber(1, MAX_CLAIMS_PER_COMMENT)
  maxClaimsPerComment?: number;

  @Optional()
  @WholeNumber(0, MAX_FAIRNESS_WINDOW_SECONDS)
  fairnessWindowSeconds?: number;

  @Optional()
  @ViewerDelays()
  viewerDelaySeconds?: Record<string, number>;

  @Optional()
  @IsIn(REPEAT_CLAIMS)
  repeatClaims?: RepeatClaims;

  @Optional()
  @WholeNumber(0, MAX_BUYER_LIMIT)
  maxUnitsPerItem?: number;

  @Optional()
  @WholeNumber(0, MAX_BUYER_LIMIT)
  maxUnitsPerShow?: number;

  @Optional()
  @IsIn(DELETED_COMMENTS)
  deletedComments?: DeletedComments;

  @Optional()
  @PlainText(1, 100)
  policy?: string;

  @Optional()
  @PlainText(1, 50)
  grammar?: string;
}

type AssertNever<T extends never> = T;
/**
 * Rules without a field above. If a rule is added to `ShowRules`, this type does not compile until the rule
 * has a field.
 */
export type MissingFields = AssertNever<Exclude<keyof ShowRules, keyof ShowRulesDto>>;
