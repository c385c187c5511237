import type { ParkedRowsRequest, RunActionRequest, UpdateExtensionRequest } from '@sellary/contracts';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsString,
  MaxLength,
} from 'class-validator';
import { Id, Optional } from '../kernel';

export class UpdateExtensionDto implements UpdateExtensionRequest {
  @Optional()
  @IsBoolean()
  enabled?: boolean;

  /** Checked by the extension's settings class. */
  @Optional()
  @IsObject()
  settings?: Record<string, unknown>;
}

export class ParkedRowsDto implements ParkedRowsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  ids!: string[];
}

export class RunActionDto implements RunActionRequest {
  @Id()
  targetId!: string;
}
