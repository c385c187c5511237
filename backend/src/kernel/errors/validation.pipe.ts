import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { ErrorDetail } from '@sellary/contracts';
import { ApiError } from './api-error';

function flatten(errors: ValidationError[], path: string): ErrorDetail[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** Checks bodies and queries against their DTO classes: nothing unknown, nothing coerced, every fault named by its field. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    exceptionFactory: (errors) => {
      const details = flatten(errors, '').slice(0, 50);
      return new ApiError('VALIDATION_FAILED', details[0]?.message ?? 'The request is not valid.', details);
    },
  });
