import { applyDecorators, Param } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Length, Matches, Max, Min, ValidateIf } from 'class-validator';
import { ApiError } from '../errors/api-error';
import { isUuid } from './page';

/** Optional, but not null. A `null` without a meaning is the caller's mistake. */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** Optional; null removes the value. */
export const OptionalOrNull = (): PropertyDecorator => ValidateIf((_, value) => value != null);

// PostgreSQL text cannot hold NUL.
const NO_NUL = /^[^\0]*$/;

/** A string of `min`–`max` UTF-16 units without NUL. */
export const PlainText = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Length(min, max),
    Matches(NO_NUL, { message: '$property must not contain NUL' }),
  );

/** A `PlainText` without its surrounding spaces. */
export const TrimmedText = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    PlainText(min, max),
  );

/** An integer from `min` to `max`. */
export const WholeNumber = (min: number, max: number): PropertyDecorator =>
  applyDecorators(Max(max), Min(min), IsInt());

/** An id in a path. A malformed id is treated like an unknown one: the response is 404. */
export const UuidParam = (name: string, entity: string): ParameterDecorator =>
  Param(name, { transform: (value: string) => idOr404(value, entity) });

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
