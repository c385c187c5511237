import {
  DELETED_COMMENTS,
  type DeletedComments,
  REPEAT_CLAIMS,
  type RepeatClaims,
  type ShowRules,
} from '@sellary/contracts';
import { IsIn, IsInt, Max, Min, ValidateBy } from 'class-validator';
import { Optional, PlainText } from '../../kernel';

const MAX_WORDS = 20;
const WORD = /^(?=.*[^\s\p{Cc}\p{Cf}])[^\p{Cc}]{1,40}$/u;

/** True if the value is a list of claim or pass words, see `Words`. */
export function areWords(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_WORDS) return false;
  const words: unknown[] = value;
  return (
    words.every((word) => typeof word === 'string' && WORD.test(word)) &&
    new Set(words.map((word) => String(word).toLowerCase())).size === words.length
  );
}

/**
 * One or several words in any script, all different: 1–20 of them, at most 40 characters each, none blank.
 */
const Words = (): PropertyDecorator =>
  ValidateBy({
    name: 'words',
    validator: {
      validate: areWords,
      defaultMessage: (about) =>
        `${about?.property ?? 'words'} must be 1–${MAX_WORDS} different words of 1–40 characters, and none may be blank`,
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
  @IsInt()
  @Min(1)
  @Max(10)
  maxClaimsPerComment?: number;

  @Optional()
  @IsInt()
  @Min(0)
  @Max(10)
  fairnessWindowSeconds?: number;

  @Optional()
  @IsIn(REPEAT_CLAIMS)
  repeatClaims?: RepeatClaims;

  @Optional()
  @IsInt()
  @Min(0)
  @Max(999)
  maxUnitsPerItem?: number;

  @Optional()
  @IsInt()
  @Min(0)
  @Max(999)
  maxUnitsPerShow?: number;

  @Optional()
  @IsIn(DELETED_COMMENTS)
  deletedComments?: DeletedComments;

  @Optional()
  @PlainText(1, 100)
  policy?: string;
}
