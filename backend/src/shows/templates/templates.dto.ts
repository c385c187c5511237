import type { CreateTemplateRequest, UpdateTemplateRequest } from '@sellary/contracts';
import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { Optional, PlainText } from '../../kernel';

/** A string of 1–200 characters. Surrounding spaces are removed. */
const ShortName = (): PropertyDecorator => (target, property) => {
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))(
    target,
    property,
  );
  PlainText(1, 200)(target, property);
};

export class CreateTemplateDto implements CreateTemplateRequest {
  @ShortName()
  name!: string;

  @Optional()
  @ShortName()
  title?: string;

  @Optional()
  @IsBoolean()
  withItems?: boolean;
}

export class UpdateTemplateDto implements UpdateTemplateRequest {
  @Optional()
  @ShortName()
  name?: string;

  @Optional()
  @ShortName()
  title?: string;
}
