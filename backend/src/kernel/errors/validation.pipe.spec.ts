import type { ArgumentMetadata } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, ValidateNested } from 'class-validator';
import type { ApiError } from './api-error';
import { validationPipe } from './validation.pipe';

class Element {
  @IsInt()
  count!: number;
}

class Body {
  @IsString()
  name!: string;

  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => Element)
  elements!: Element[];
}

const METADATA: ArgumentMetadata = { type: 'body', metatype: Body };
const check = (body: unknown): Promise<Body> => validationPipe().transform(body, METADATA) as Promise<Body>;
const elements = (count: number): unknown[] =>
  Array.from({ length: count }, (_, index) => ({ count: index }));
const refusalOf = (body: unknown): Promise<ApiError> =>
  check(body).then(
    () => Promise.reject(new Error('The body was accepted.')),
    (error: unknown) => error as ApiError,
  );

describe('Checking a body with a long list', () => {
  it.each([0, 1, 50, 51, 999, 1_000])(
    'The elements of a list of %d become instances of their class.',
    async (count) => {
      const body = await check({ name: 'x', elements: elements(count) });
      expect(body).toBeInstanceOf(Body);
      expect(body.elements.every((element) => element instanceof Element)).toBe(true);
      expect(body).toEqual({ name: 'x', elements: elements(count) });
    },
  );

  it("An error names the element's index in the whole list.", async () => {
    const list = elements(300);
    list[237] = { count: 'many' };
    const { code, details } = await refusalOf({ name: 'x', elements: list });
    expect([code, details]).toEqual([
      'VALIDATION_FAILED',
      [{ field: 'elements.237.count', message: 'count must be an integer number' }],
    ]);
  });

  it('Errors name the unknown fields of an element, and also the invalid fields outside the list.', async () => {
    const list = elements(100);
    list[99] = { count: 1, more: 1 };
    expect((await refusalOf({ name: 'x', elements: list })).details?.[0]?.field).toBe('elements.99.more');
    expect((await refusalOf({ name: 7, elements: elements(100) })).details?.[0]?.field).toBe('name');
  });

  it('A list that is too long is rejected before its elements are checked.', async () => {
    const { details } = await refusalOf({ name: 'x', elements: Array.from({ length: 1_001 }, () => ({})) });
    expect(details).toEqual([
      { field: 'elements', message: 'elements must contain no more than 1000 elements' },
    ]);
  });

  it('A long list in a field that does not accept one is rejected.', async () => {
    for (const field of ['others', 'name', '([', 'a.b']) {
      const { details } = await refusalOf({ name: 'x', elements: elements(100), [field]: elements(101) });
      expect(details).toEqual([{ field, message: `${field} must contain no more than 50 elements` }]);
    }
  });

  it('The process does other work between the 20 steps of checking a list of 1,000 elements.', async () => {
    let rounds = 0;
    const count = (): void => {
      rounds += 1;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    await check({ name: 'x', elements: elements(1_000) });
    clearImmediate(counting);
    expect(rounds).toBeGreaterThanOrEqual(19);
  });
});
