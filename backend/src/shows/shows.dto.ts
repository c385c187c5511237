import {
  type CreateShowRequest,
  MAX_SOURCES,
  type PlatformId,
  SHOW_STATUSES,
  type ShowStatus,
  type SourceInput,
} from '@sellary/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Min,
  ValidateNested,
} from 'class-validator';
import { Id, Optional, PageLimit, PageQuery, PlainText, TrimmedText } from '../kernel';
import { CurrencyCode } from './show-currency';
import { ShowRulesDto } from './rules/show-rules.dto';

export class SourceDto implements SourceInput {
  @PlainText(1, 50)
  platform!: PlatformId;

  @Optional()
  @Id()
  connectionId?: string;

  @Optional()
  @PlainText(1, 200)
  liveId?: string;

  @Optional()
  @PlainText(1, 2_000)
  liveUrl?: string;
}

/** The list of broadcasts in a request to create, change, or activate a show. */
export const Sources = (): PropertyDecorator => (target, property) => {
  Optional()(target, property);
  IsArray()(target, property);
  ArrayMaxSize(MAX_SOURCES)(target, property);
  IsObject({ each: true })(target, property);
  ValidateNested({ each: true })(target, property);
  Type(() => SourceDto)(target, property);
};

/** A client's input to create or change a show. Every field is optional. */
export class ShowDto extends ShowRulesDto implements CreateShowRequest {
  @Optional()
  @TrimmedText(1, 200)
  name?: string;

  @Sources()
  sources?: SourceDto[];

  @CurrencyCode()
  currency?: string | null;
}

export class ListShowsQuery extends PageQuery {
  @IsOptional()
  @IsIn(SHOW_STATUSES, { message: `status must be one of ${SHOW_STATUSES.join(', ')}` })
  status?: ShowStatus;
}

export class LedgerQuery {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  )
  @IsInt({ message: 'afterSeq must be a whole number' })
  @Min(0)
  afterSeq?: number;

  @PageLimit()
  limit?: number;
}
