import { code128Bars } from './code-128';

/** Widths of bars and spaces, as a scanner measures them. */
function widths(text: string): string {
  const { bars, width } = code128Bars(text);
  const edges = bars.flatMap((bar) => [bar.x, bar.x + bar.width]);
  // The standard requires empty space on both sides.
  expect([edges[0], edges.at(-1)]).toEqual([10, width - 10]);
  return edges
    .slice(1)
    .map((edge, index) => edge - (edges[index] ?? 0))
    .join('');
}

describe('Code 128', () => {
  it('A barcode consists of the start, the characters, the check character, and the stop, as the standard requires.', () => {
    // Start B (104), A (33), B (34), check (104 + 33 + 2·34) mod 103 = 102, stop.
    expect(widths('AB')).toBe('211214' + '111323' + '131123' + '411131' + '2331112');
  });

  it('Two digits take up one barcode character.', () => {
    // Start C (105), 12, 34, check (105 + 12 + 2·34) mod 103 = 82, stop.
    expect(widths('1234')).toBe('211232' + '112232' + '131123' + '121241' + '2331112');
  });

  it('A character that the barcode cannot encode is rejected.', () => {
    expect(() => code128Bars('ä1')).toThrow();
  });
});
