import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { IsString, Length, Matches, ValidateIf } from 'class-validator';
import { ApiError } from '../errors/api-error';
import { isUuid } from './page';

/** Optional, but not null, because a meaningless `null` is the caller's mistake. */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

// PostgreSQL text cannot hold NUL.
const NO_NUL = /^[^\0]*$/;

/** A string of `min`–`max` UTF-16 units without NUL. */
export const PlainText = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Length(min, max),
    Matches(NO_NUL, { message: '$property must not contain NUL' }),
  );

class UuidPipe implements PipeTransform<string, string> {
  constructor(private readonly entity: string) {}

  transform(value: string): string {
    if (!isUuid(value)) throw ApiError.notFound(this.entity);
    return value.toLowerCase();
  }
}

/** An id in a path. A malformed id is treated like an unknown one: the response is 404. */
export const UuidParam = (name: string, entity: string): ParameterDecorator =>
  Param(name, new UuidPipe(entity));

/**
 * An id in a body. Here too, a malformed id is treated like an unknown one, so check it with `idOr404` before
 * it reaches the database.
 */
export const Id = (): PropertyDecorator => PlainText(1, 200);

/** @throws ApiError NOT_FOUND */
export function idOr404(id: string, entity: string): string {
  if (!isUuid(id)) throw ApiError.notFound(entity);
  return id.toLowerCase();
}
