import {
  type CopiedItem,
  type CopyShowRequest,
  MAX_ITEMS_PER_SHOW,
  MAX_UNITS_PER_ITEM,
  type UseTemplateRequest,
  type VariantInput,
} from '@sellary/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { Id, Optional, TrimmedText, WholeNumber } from '../../kernel';
import { Sources, SourceDto } from '../../shows';
import { IsVariants } from '../variants-field';

class CopiedItemDto implements CopiedItem {
  @Id()
  itemId!: string;

  @Optional()
  @WholeNumber(1, MAX_UNITS_PER_ITEM)
  totalQuantity?: number;

  @Optional()
  @IsArray()
  @IsVariants()
  variants?: VariantInput[];
}

export class UseTemplateDto implements UseTemplateRequest {
  @Optional()
  @TrimmedText(1, 200)
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
