import { Body, type PipeTransform } from '@nestjs/common';
import { ApiError } from '../errors/api-error';

class EmptyBodyPipe implements PipeTransform<unknown, void> {
  transform(value: unknown): void {
    if (
      value === undefined ||
      value === null ||
      (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0)
    ) {
      return;
    }
    const fields = typeof value === 'object' ? Object.keys(value).slice(0, 20) : ['body'];
    throw new ApiError(
      'VALIDATION_FAILED',
      'This call does not accept a body. Send the request without one.',
      fields.map((field) => ({
        field,
        message: 'This call does not accept a body. Send the request without one.',
      })),
    );
  }
}

/** Body of acts without input. Any content is the caller's mistake. */
export const EmptyBody = (): ParameterDecorator => Body(new EmptyBodyPipe());
