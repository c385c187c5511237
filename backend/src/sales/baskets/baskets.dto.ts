import {
  BASKET_STATES,
  type BasketExtra,
  type BasketExtrasRequest,
  type BasketRef,
  type BasketSettings,
  type BasketStepRequest,
  BUYER_LANGUAGES,
  type BuyerLanguage,
  type CancelBasketsRequest,
  HOLD_END_EFFECTS,
  type HoldEndEffect,
  MAX_BASKET_EXTRAS,
  MAX_BASKET_TEXT,
  MAX_BASKETS_PER_STEP,
  MAX_BASKET_EXTRA_LABEL,
  MAX_BASKET_NOTE,
  MAX_BOX_DAYS,
  MAX_HOLD_HOURS,
  MAX_PAYMENT_METHOD,
  MAX_PRICE,
  type PayBasketsRequest,
  type UpdateBasketSettingsRequest,
} from '@sellary/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { Id, Optional, PageQuery, PlainText, WholeNumber } from '../../kernel';
import { TimeZone } from '../../reports';
import type { BasketStateFilter } from './basket-queries';

const STATE_FILTERS = [...BASKET_STATES, 'unpaid'] as const;

/** Reads a list from `?name=a&name=b` or `?name=a,b`. */
const QueryList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return value === undefined
      ? undefined
      : values.flatMap((part) => (typeof part === 'string' ? part.split(',') : [part]));
  });

const States = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  QueryList()(target, property);
  ArrayMaxSize(STATE_FILTERS.length)(target, property);
  IsIn(STATE_FILTERS, { each: true, message: `state must be one of ${STATE_FILTERS.join(', ')}` })(
    target,
    property,
  );
};

export class BasketsQuery extends PageQuery {
  @IsOptional()
  @Id()
  show?: string;

  @States()
  state?: BasketStateFilter[];

  @IsOptional()
  @PlainText(0, 200)
  q?: string;

  @IsOptional()
  @IsIn(['true', 'false'], { message: 'overdue must be true or false' })
  overdue?: 'true' | 'false';

  @IsOptional()
  @Id()
  person?: string;
}

export class BasketTotalsQuery {
  @IsOptional()
  @Id()
  show?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'paidSince must be an ISO 8601 time' })
  @PlainText(1, 40)
  paidSince?: string;
}

export class PickListQuery {
  @IsOptional()
  @Id()
  show?: string;

  @States()
  state?: BasketStateFilter[];
}

export class LabelsQuery {
  /** Alias for `ids`. */
  @IsOptional()
  @QueryList()
  @ArrayMaxSize(MAX_BASKETS_PER_STEP)
  @PlainTextList()
  id?: string[];

  @IsOptional()
  @QueryList()
  @ArrayMaxSize(MAX_BASKETS_PER_STEP)
  @PlainTextList()
  ids?: string[];
}

/** Accepts a list of strings. Use `idOr404` to check that they are ids. */
function PlainTextList(): PropertyDecorator {
  return ValidateBy({
    name: 'ids',
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) && value.every((entry) => typeof entry === 'string' && entry.length <= 200),
      defaultMessage: () => 'ids must be a list of ids',
    },
  });
}

export class BasketTextQuery {
  @IsOptional()
  @IsIn(BUYER_LANGUAGES, { message: `language must be one of ${BUYER_LANGUAGES.join(', ')}` })
  language?: BuyerLanguage;

  @TimeZone()
  timeZone?: string;
}

class BasketRefDto implements BasketRef {
  @Id()
  id!: string;

  @PlainText(1, 100)
  version!: string;
}

export class BasketStepDto implements BasketStepRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_BASKETS_PER_STEP)
  @ValidateNested({ each: true })
  @Type(() => BasketRefDto)
  baskets!: BasketRefDto[];
}

export class PayBasketsDto extends BasketStepDto implements PayBasketsRequest {
  @Optional()
  @PlainText(0, MAX_PAYMENT_METHOD)
  method?: string;

  @Optional()
  @PlainText(0, MAX_BASKET_NOTE)
  reference?: string;
}

export class CancelBasketsDto extends BasketStepDto implements CancelBasketsRequest {
  @Optional()
  @PlainText(0, MAX_BASKET_NOTE)
  reason?: string;
}

class BasketExtraDto implements BasketExtra {
  @PlainText(1, MAX_BASKET_EXTRA_LABEL)
  label!: string;

  @WholeNumber(-MAX_PRICE, MAX_PRICE)
  amount!: number;
}

export class BasketExtrasDto implements BasketExtrasRequest {
  @PlainText(1, 100)
  version!: string;

  @IsArray()
  @ArrayMaxSize(MAX_BASKET_EXTRAS)
  @ValidateNested({ each: true })
  @Type(() => BasketExtraDto)
  extras!: BasketExtraDto[];
}

class HoldDto {
  @WholeNumber(0, MAX_HOLD_HOURS)
  hours!: number;

  @IsIn(HOLD_END_EFFECTS, { message: `atEnd must be one of ${HOLD_END_EFFECTS.join(', ')}` })
  atEnd!: HoldEndEffect;
}

/** True for an object that maps languages to texts. */
const areTemplates = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(
    ([language, text]: [string, unknown]) =>
      (BUYER_LANGUAGES as readonly string[]).includes(language) &&
      typeof text === 'string' &&
      text.trim() !== '' &&
      text.length <= MAX_BASKET_TEXT &&
      !text.includes('\0'),
  );

export class BasketSettingsDto implements UpdateBasketSettingsRequest {
  @Optional()
  @IsBoolean()
  openBox?: boolean;

  @Optional()
  @WholeNumber(0, MAX_BOX_DAYS)
  closeBoxAfterDays?: number;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => HoldDto)
  hold?: HoldDto;

  @Optional()
  @PlainText(0, MAX_BASKET_TEXT)
  howToPay?: string;

  @Optional()
  @ValidateBy({
    name: 'templates',
    validator: {
      validate: areTemplates,
      defaultMessage: () =>
        `templates must map languages (${BUYER_LANGUAGES.join(', ')}) to strings of 1–${MAX_BASKET_TEXT} characters`,
    },
  })
  templates?: BasketSettings['templates'];

  @Optional()
  @IsIn(BUYER_LANGUAGES, { message: `language must be one of ${BUYER_LANGUAGES.join(', ')}` })
  language?: BuyerLanguage;
}
