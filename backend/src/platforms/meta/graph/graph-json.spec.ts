import { idOf, parseGraphJson, parseLongGraphJson, timeOf } from './graph-json';

describe('Graph API JSON', () => {
  it('Ids beyond 2^53 stay exact.', () => {
    expect(parseGraphJson('{"user_id":17840000000000001,"n":12,"list":[17990000000000003]}')).toEqual({
      user_id: '17840000000000001',
      n: 12,
      list: ['17990000000000003'],
    });
  });

  it('Strings, fractions, and exponents do not change.', () => {
    const text =
      '{"m":"id 17840000000000001, \\"17840000000000002\\" \\\\","f":0.12345678901234567,"e":1e21,"s":"\\u00e7a"}';
    expect(parseGraphJson(text)).toEqual(JSON.parse(text));
  });

  it('A long text parsed step by step gives the same value.', async () => {
    const ids = Array.from({ length: 30_000 }, (_, n) =>
      n % 2 === 0 ? `1784${String(n).padStart(13, '0')}` : `{"id":${n}}`,
    );
    const text = `[${ids.join(',')}]`;
    expect(await parseLongGraphJson(text)).toEqual(parseGraphJson(text));
    await expect(parseLongGraphJson(text.slice(1))).rejects.toThrow(SyntaxError);
  });

  it('Text that is not JSON is rejected.', () => {
    expect(() => parseGraphJson('<html>Sorry, something went wrong.</html>')).toThrow(SyntaxError);
  });

  it('Times with a four-digit offset and Unix timestamps are parsed.', () => {
    expect(timeOf('2026-11-22T19:05:12+0000')).toBe(Date.UTC(2026, 10, 22, 19, 5, 12));
    expect(timeOf('2026-11-22T11:05:12-0800')).toBe(Date.UTC(2026, 10, 22, 19, 5, 12));
    expect(timeOf(1795374312)).toBe(1795374312000);
    expect([timeOf('1795374312'), timeOf(1795374312345)]).toEqual([1795374312000, 1795374312345]);
    expect([timeOf('soon'), timeOf(0), timeOf(1e300)]).toEqual([null, null, null]);
    expect(timeOf(undefined)).toBeNull();
  });

  it('Only storable ids are accepted.', () => {
    expect([
      idOf('3000001_4000001'),
      idOf(12),
      idOf(''),
      idOf(null),
      idOf('a\0b'),
      idOf('x'.repeat(201)),
    ]).toEqual(['3000001_4000001', '12', null, null, null, null]);
  });

  // Searching for the end of the string again from every quote would exceed this test's time limit.
  it('A long truncated text is rejected quickly.', () => {
    const cutOff = `{"message":"${'\\"'.repeat(300_000)}`;
    expect(() => parseGraphJson(cutOff)).toThrow(SyntaxError);
  });
});
