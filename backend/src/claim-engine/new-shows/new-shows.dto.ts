import {
  type CopiedItem,
  type CopyShowRequest,
  MAX_ITEMS_PER_SHOW,
  MAX_UNITS_PER_ITEM,
  type UseTemplateRequest,
  type VariantInput,
} from '@sellary/contracts';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { Id, Optional, PlainText } from '../../kernel';
import { Sources, SourceDto } from '../../shows';
import { IsVariants } from '../variants-field';

class CopiedItemDto implements CopiedItem {
  @Id()
  itemId!: string;

  @Optional()
  @IsInt()
  @Min(1)
  @Max(MAX_UNITS_PER_ITEM)
  totalQuantity?: number;

  @Optional()
  @IsArray()
  @IsVariants()
  variants?: VariantInput[];
}

export class UseTemplateDto implements UseTemplateRequest {
  @Optional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @PlainText(1, 200)
  name?: string;

  @Sources()
  sources?: SourceDto[];
}

export class CopyShowDto extends UseTemplateDto implements CopyShowRequest {
  @Optional()
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS_PER_SHOW)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CopiedItemDto)
  items?: CopiedItemDto[];
}
