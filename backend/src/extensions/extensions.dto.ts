import type {
  ParkedRowsRequest,
  ResendJobRequest,
  RunActionRequest,
  UpdateExtensionRequest,
} from '@sellary/contracts';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsObject,
  IsString,
  MaxLength,
} from 'class-validator';
import { Id, Optional, OptionalOrNull } from '../kernel';

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

export class ResendJobDto implements ResendJobRequest {
  @OptionalOrNull()
  @IsISO8601({ strict: true })
  endedAt?: string | null;
}

export class RunActionDto implements RunActionRequest {
  @Id()
  targetId!: string;
}
