import {
  BUYER_LANGUAGES,
  type BuyerLanguage,
  MAX_NOTE_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS_PER_PERSON,
  type MergePeopleRequest,
  type UpdatePersonRequest,
} from '@sellary/contracts';
import { IsIn, IsOptional, ValidateBy } from 'class-validator';
import { Id, Optional, OptionalOrNull, PageQuery, PlainText } from '../../kernel';

const MAX_NAME_LENGTH = 200;
const TAG = new RegExp(`^(?=.*[^\\s\\p{Cc}\\p{Cf}])[^\\p{Cc},]{1,${MAX_TAG_LENGTH}}$`, 'u');

/** True if the value is a list of tags. See `Tags`. */
const areTags = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= MAX_TAGS_PER_PERSON &&
  value.every((tag: unknown) => typeof tag === 'string' && TAG.test(tag));

const Tags = (): PropertyDecorator =>
  ValidateBy({
    name: 'tags',
    validator: {
      validate: areTags,
      defaultMessage: () =>
        `tags must be a list of at most ${MAX_TAGS_PER_PERSON} nonblank strings of 1–${MAX_TAG_LENGTH} characters without commas`,
    },
  });

export class PeopleQuery extends PageQuery {
  /** Part of a name or handle in any letter case, or the whole user id on the platform. */
  @IsOptional()
  @PlainText(0, 200)
  search?: string;

  @Optional()
  @PlainText(1, MAX_TAG_LENGTH)
  tag?: string;

  @IsOptional()
  @IsIn(['true', 'false'], { message: 'blocked must be true or false' })
  blocked?: 'true' | 'false';
}

export class UpdatePersonDto implements UpdatePersonRequest {
  @OptionalOrNull()
  @PlainText(0, MAX_NAME_LENGTH)
  name?: string | null;

  @Optional()
  @Tags()
  tags?: string[];

  @OptionalOrNull()
  @PlainText(0, MAX_NOTE_LENGTH)
  note?: string | null;

  @OptionalOrNull()
  @IsIn(BUYER_LANGUAGES, { message: `language must be one of ${BUYER_LANGUAGES.join(', ')}` })
  language?: BuyerLanguage | null;
}

export class MergePeopleDto implements MergePeopleRequest {
  @Id()
  with!: string;
}
