import { API_JSON_BOUNDS, JsonShape } from './json-shape';

const refusal = (text: string, chunkSize = text.length): string | null => {
  const shape = new JsonShape({ maxDepth: 3, maxTokens: 10, maxTextBytes: 30 });
  const bytes = Buffer.from(text);
  try {
    for (let from = 0; from < bytes.length; from += chunkSize) {
      shape.read(bytes.subarray(from, from + chunkSize));
    }
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('The JSON shape check', () => {
  it.each([
    ['{"a":[{"b":1}]}', null],
    ['[[[[]]]]', 'levels deep'],
    ['{"a":{"b":{"c":{}}}}', 'levels deep'],
    ['[[],[],[[]]]', null],
    ['[1,2,3,4,5,6,7,8,9,10]', null],
    ['[1,2,3,4,5,6,7,8,9,10,11]', 'more values'],
    ['["[[[[[[","{,,,,,,,,,,,,}"]', null],
    ['["a\\"[[[[[[[,,,,,,,,,,,,"]', null],
    ['["a\\\\",[[[1]]]]', 'levels deep'],
    ['["é[[[[漢[[[[😀"]', null],
    ['[[[[', 'levels deep'],
    [']]]][[[', null],
    ['["123456789012345678901234567890"]', null],
    ['["1234567890123456789012345678901"]', 'longer'],
    ['["12345678901234567890","12345678901234567890"]', null],
    ['{"1234567890123456789012345678901', 'longer'],
  ])('%s gets the same result in one piece and byte by byte.', (text, expected) => {
    for (const chunkSize of [1, 2, 3, 1_000]) {
      if (expected === null) expect(refusal(text, chunkSize)).toBeNull();
      else expect(refusal(text, chunkSize)).toContain(expected);
    }
  });

  it('A copy of a show with 2,000 items and ten variants each is accepted.', () => {
    const variants = Array.from({ length: 10 }, () => ({ name: 'S', totalQuantity: 1, price: 1, sku: 'S' }));
    const items = Array.from({ length: 2_000 }, () => ({ itemId: 'x', variants }));
    const body = Buffer.from(JSON.stringify({ items }));
    expect(() => new JsonShape(API_JSON_BOUNDS).read(body)).not.toThrow();
  });

  it('The check stops at the first byte beyond the limit.', () => {
    const shape = new JsonShape({ maxDepth: 3, maxTokens: 10, maxTextBytes: 30 });
    expect(() => shape.read(Buffer.alloc(5_000_000, '['))).toThrow('levels deep');
  });
});
