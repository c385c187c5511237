import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import type { ErrorDetail } from '@sellary/contracts';
import { getMetadataStorage } from 'class-validator';
import { nextTurn } from '../background/turns';
import type { Fields } from '../json-fields';
import { ApiError } from './api-error';

const MAX_DETAILS = 50;
/** Checking this many elements of a list takes a few milliseconds. */
const ELEMENTS_PER_STEP = 50;

/**
 * Checks bodies and queries against their DTO classes: unknown fields are rejected, values are not coerced,
 * and each problem names its field.
 */
export const validationPipe = (): ValidationPipe => new StepwiseValidation();

/**
 * Checks a body's longest list step by step, so that other requests run in between, and stops at the first
 * step with a problem.
 */
class StepwiseValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false },
      exceptionFactory: (errors) => refusal(flatten(errors, '').slice(0, MAX_DETAILS)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const lists = metadata.type === 'body' ? longLists(value) : [];
    for (const [name, { length }] of lists) {
      const max = maxSize(metadata, name);
      if (length > max) throw ApiError.invalid(name, `${name} must contain no more than ${max} elements`);
    }
    const [longest] = lists;
    if (longest === undefined) return super.transform(value, metadata);
    const [name, list] = longest;
    const body = value as Fields;
    const checked: unknown[] = [];
    let result: Fields = {};
    for (let from = 0; from < list.length; from += ELEMENTS_PER_STEP) {
      await nextTurn();
      const part = { ...body, [name]: list.slice(from, from + ELEMENTS_PER_STEP) };
      result = (await super.transform(part, metadata).catch((error: unknown) => {
        throw errorAtOffset(error, name, from);
      })) as Fields;
      for (const element of result[name] as unknown[]) checked.push(element);
    }
    result[name] = checked;
    return result;
  }
}

/** Lists that need more than one step, longest first. */
function longLists(body: unknown): [name: string, list: unknown[]][] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body)
    .filter(
      (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].length > ELEMENTS_PER_STEP,
    )
    .sort(([, a], [, b]) => b.length - a.length);
}

/** Maximum number of elements in the field. A field without a rule never needs a long list. */
function maxSize({ metatype }: ArgumentMetadata, name: string): number {
  if (metatype === undefined) return ELEMENTS_PER_STEP;
  const rules = getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false);
  const rule = rules.find(
    (candidate) => candidate.propertyName === name && candidate.name === 'arrayMaxSize',
  );
  return (rule?.constraints as number[] | undefined)?.[0] ?? ELEMENTS_PER_STEP;
}

/** Returns a step's error, with the indexes in field names counted from the start of the whole list. */
function errorAtOffset(error: unknown, name: string, from: number): unknown {
  if (!(error instanceof ApiError) || from === 0) return error;
  return refusal(
    (error.details ?? []).map(({ field, message }) => ({ field: fieldAtOffset(field, name, from), message })),
  );
}

function fieldAtOffset(field: string, name: string, from: number): string {
  if (!field.startsWith(`${name}.`)) return field;
  const [index, ...rest] = field.slice(name.length + 1).split('.');
  return [name, Number(index) + from, ...rest].join('.');
}

const refusal = (details: ErrorDetail[]): ApiError =>
  new ApiError('VALIDATION_FAILED', details[0]?.message ?? 'The request is not valid.', details);

function flatten(errors: ValidationError[], path: string): ErrorDetail[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const details = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...details, ...flatten(error.children ?? [], field)];
  });
}
