import {
  type ActivateShowRequest,
  type AddItemsRequest,
  type AwardRequest,
  type CheckItemNumbersRequest,
  type DismissNumbersRequest,
  CLAIM_STATUSES,
  type ClaimStatus,
  type ItemInput,
  MAX_VARIANT_NAME_LENGTH,
  type NowShowingRequest,
  MAX_PRICE,
  MAX_SKU_LENGTH,
  MAX_UNITS_PER_ITEM,
  OUTCOMES,
  type Outcome,
  type PlatformId,
  type ReleaseRequest,
  type Route,
  ROUTES,
  type UpdateClaimRequest,
  type UpdateItemRequest,
  type VariantInput,
} from '@sellary/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Id, Optional, OptionalOrNull, PageQuery, PlainText, TrimmedText, WholeNumber } from '../kernel';
import { Sources, SourceDto } from '../shows';
import { IsVariants, MAX_VARIANT_LIST_LENGTH } from './variants-field';

/** A whole number of minor units. */
const Price = (): PropertyDecorator => (target, property) => {
  IsInt()(target, property);
  Min(0)(target, property);
  Max(MAX_PRICE)(target, property);
};

export class ItemDto implements ItemInput {
  @PlainText(1, 40)
  itemNumber!: string;

  @Optional()
  @PlainText(0, 200)
  title?: string;

  @Optional()
  @PlainText(0, 2_000)
  description?: string;

  @Optional()
  @WholeNumber(1, MAX_UNITS_PER_ITEM)
  totalQuantity?: number;

  @Optional()
  @Price()
  price?: number;

  @Optional()
  @Price()
  compareAtPrice?: number;

  @Optional()
  @PlainText(0, MAX_SKU_LENGTH)
  sku?: string;

  /** A list such as `S 2, M 3`, or objects with `name`, `totalQuantity`, and optionally `price` and `sku`. */
  @Optional()
  @IsVariants()
  variants?: string | VariantInput[];
}

export class AddItemsDto implements AddItemsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ItemDto)
  items!: ItemDto[];
}

export class CheckItemNumbersDto implements CheckItemNumbersRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  itemNumbers!: string[];
}

export class DismissNumbersDto extends CheckItemNumbersDto implements DismissNumbersRequest {
  @IsBoolean()
  dismissed!: boolean;
}

export class VariantSkuDto {
  @PlainText(1, MAX_VARIANT_NAME_LENGTH)
  name!: string;

  @ValidateIf((_, value) => value !== null)
  @PlainText(0, MAX_SKU_LENGTH)
  sku!: string | null;
}

export class UpdateItemDto implements UpdateItemRequest {
  @Optional()
  @PlainText(1, 40)
  itemNumber?: string;

  @OptionalOrNull()
  @PlainText(0, 200)
  title?: string | null;

  @OptionalOrNull()
  @PlainText(0, 2_000)
  description?: string | null;

  @Optional()
  @WholeNumber(1, MAX_UNITS_PER_ITEM)
  totalQuantity?: number;

  @Optional()
  @WholeNumber(0, 100_000)
  position?: number;

  @OptionalOrNull()
  @Price()
  price?: number | null;

  @OptionalOrNull()
  @Price()
  compareAtPrice?: number | null;

  @OptionalOrNull()
  @PlainText(0, MAX_SKU_LENGTH)
  sku?: string | null;

  /** The whole list of variants; null removes it. */
  @OptionalOrNull()
  @IsVariants()
  variants?: string | VariantInput[] | null;

  /** The list that the caller changed, such as `S 2, M 3`, so that others' changes since then stay. */
  @Optional()
  @PlainText(0, MAX_VARIANT_LIST_LENGTH)
  variantsBefore?: string;

  /** The code of one variant; null removes it. */
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => VariantSkuDto)
  variantSku?: VariantSkuDto;
}

export class ActivateShowDto implements ActivateShowRequest {
  @Sources()
  sources?: SourceDto[];
}

export class NowShowingDto implements NowShowingRequest {
  @ValidateIf((_, value) => value !== null)
  @Id()
  itemId!: string | null;
}

export class ReleaseDto implements ReleaseRequest {
  @Optional()
  @PlainText(0, 2_000)
  notes?: string;
}

export class UpdateClaimDto implements UpdateClaimRequest {
  @Optional()
  @IsBoolean()
  flagged?: boolean;

  @OptionalOrNull()
  @PlainText(0, 2_000)
  operatorNotes?: string | null;
}

export class AwardDto implements AwardRequest {
  /** A comment in review that the award resolves. */
  @Optional()
  @IsUUID()
  commentId?: string;

  @TrimmedText(1, 200)
  userHandle!: string;

  @Optional()
  @PlainText(1, 200)
  platformUserId?: string;

  @Optional()
  @PlainText(1, 50)
  platform?: PlatformId;

  /** Required if the item has variants. */
  @Optional()
  @PlainText(1, MAX_VARIANT_NAME_LENGTH)
  variant?: string;

  @Optional()
  @PlainText(0, 2_000)
  notes?: string;
}

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class ListClaimsQuery extends PageQuery {
  /** `true` for active claims only, `false` for ended claims only. */
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean({ message: 'active must be true or false' })
  active?: boolean;

  @IsOptional()
  @IsIn(CLAIM_STATUSES)
  status?: ClaimStatus;

  /** An item id, or a number in any spelling. */
  @IsOptional()
  @PlainText(1, 100)
  item?: string;

  /** A buyer id, or a handle. */
  @IsOptional()
  @PlainText(1, 200)
  buyer?: string;

  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean({ message: 'flagged must be true or false' })
  flagged?: boolean;

  /** Part of a handle, name, item number, title, or text. */
  @IsOptional()
  @PlainText(0, 100)
  q?: string;
}

export class ListCommentsQuery extends PageQuery {
  @IsOptional()
  @PlainText(0, 100)
  q?: string;

  /**
   * `true` if the grammar proposes an intent or a review, `false` if it ignores the comment, or the name of a
   * route.
   */
  @IsOptional()
  @Transform(asBoolean)
  @IsIn([true, false, ...ROUTES], { message: `parsed must be one of true, false, ${ROUTES.join(', ')}` })
  parsed?: boolean | Route;

  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;
}
