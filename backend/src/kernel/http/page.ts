import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ApiError } from '../errors/api-error';

/** Page size if the caller does not specify one. */
export const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 200;
/** Enough for a handle of the maximum length whose characters JSON writes as six bytes each. */
const MAX_CURSOR_LENGTH = 2_000;

/** `?limit=` from 1 to MAX_PAGE_SIZE. */
export const PageLimit = (): PropertyDecorator =>
  applyDecorators(
    Max(MAX_PAGE_SIZE),
    Min(1),
    IsInt({ message: 'limit must be a whole number' }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
    ),
    IsOptional(),
  );

/** `?limit=` (default DEFAULT_PAGE_SIZE) and `?cursor=` for every list. */
export class PageQuery {
  @PageLimit()
  limit?: number;

  @IsOptional()
  @IsString()
  @MaxLength(MAX_CURSOR_LENGTH)
  cursor?: string;
}

/** Last row of a keyset page: the value by which the list is sorted, as text, and the id that breaks ties. */
export interface Keyset {
  sortValue: string;
  id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

export const encodeCursor = (keyset: Keyset): string =>
  Buffer.from(JSON.stringify([keyset.sortValue, keyset.id])).toString('base64url');

export const badCursor = (): ApiError =>
  ApiError.invalid('cursor', 'cursor must be a nextCursor from this list');

/** @throws ApiError VALIDATION_FAILED if the cursor is malformed. */
export function decodeCursor(cursor: string | undefined): Keyset | null {
  if (cursor === undefined) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(parts) || parts.length !== 2) throw badCursor();
  const [sortValue, id] = parts as unknown[];
  if (typeof sortValue !== 'string' || sortValue.includes('\0') || !isUuid(id)) {
    throw badCursor();
  }
  return { sortValue, id };
}

/**
 * A list's page size, and the parameters of its query: the previous page's last row, and the number of rows.
 * @throws ApiError VALIDATION_FAILED if the cursor is malformed.
 */
export function pageRequest({ cursor, limit = DEFAULT_PAGE_SIZE }: PageQuery) {
  const after = decodeCursor(cursor);
  return { limit, parameters: [after?.sortValue ?? null, after?.id ?? null, limit + 1] };
}

/** Cuts rows to one page and returns the next page's cursor. The caller reads `limit + 1` rows. */
export function toPage<Row>(
  rows: Row[],
  limit: number,
  keyset: (row: Row) => Keyset,
): { rows: Row[]; nextCursor: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit), nextCursor: last === undefined ? null : encodeCursor(keyset(last)) };
}
