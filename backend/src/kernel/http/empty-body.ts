import { Body, type PipeTransform } from '@nestjs/common';
import { ApiError } from '../errors/api-error';
import { isFields } from '../json-fields';

const MESSAGE = 'This call does not accept a body. Send the request without one.';

class EmptyBodyPipe implements PipeTransform<unknown, void> {
  transform(value: unknown): void {
    if (value == null || (isFields(value) && Object.keys(value).length === 0)) return;
    const fields = typeof value === 'object' ? Object.keys(value).slice(0, 20) : ['body'];
    throw new ApiError(
      'VALIDATION_FAILED',
      MESSAGE,
      fields.map((field) => ({ field, message: MESSAGE })),
    );
  }
}

/** Body of acts without input. Any content is the caller's mistake. */
export const EmptyBody = (): ParameterDecorator => Body(new EmptyBodyPipe());
