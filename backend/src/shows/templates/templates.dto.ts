import type { CreateTemplateRequest, UpdateTemplateRequest } from '@sellary/contracts';
import { IsBoolean } from 'class-validator';
import { Optional, TrimmedText } from '../../kernel';

export class CreateTemplateDto implements CreateTemplateRequest {
  @TrimmedText(1, 200)
  name!: string;

  @Optional()
  @TrimmedText(1, 200)
  title?: string;

  @Optional()
  @IsBoolean()
  withItems?: boolean;
}

export class UpdateTemplateDto implements UpdateTemplateRequest {
  @Optional()
  @TrimmedText(1, 200)
  name?: string;

  @Optional()
  @TrimmedText(1, 200)
  title?: string;
}
