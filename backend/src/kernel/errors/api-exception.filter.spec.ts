import { BadRequestException, ConflictException, InternalServerErrorException } from '@nestjs/common';
import { toApiError } from './api-exception.filter';

const refusalOf = (thrown: unknown): [string, string] => {
  const { code, message } = toApiError(thrown);
  return [code, message];
};

describe('The error that a caller sees', () => {
  it('When a controller rejects a value, the error keeps its message, which the console shows next to the field.', () => {
    const message = 'The address must begin with https://.';
    expect(refusalOf(new BadRequestException(message))).toEqual(['VALIDATION_FAILED', message]);
    expect(refusalOf(new ConflictException(message))).toEqual(['VALIDATION_FAILED', message]);
  });

  it('A request that the HTTP server cannot read is reported as malformed.', () => {
    const undecodable = Object.assign(new URIError("Failed to decode param '%E0'"), { status: 400 });
    const malformed = ['VALIDATION_FAILED', "The request is malformed: Failed to decode param '%E0'"];
    expect(refusalOf(undecodable)).toEqual(malformed);
    expect(refusalOf(new BadRequestException(undecodable.message, { cause: undecodable }))).toEqual(
      malformed,
    );
    expect(refusalOf({ status: 400 })).toEqual(['VALIDATION_FAILED', 'The request is malformed']);
  });

  it("An internal error's text does not reach the caller.", () => {
    const expected = ['INTERNAL', 'An internal error occurred and was logged. Try again.'];
    expect(refusalOf(new Error('column x does not exist'))).toEqual(expected);
    expect(refusalOf(new InternalServerErrorException('column x does not exist'))).toEqual(expected);
  });
});
