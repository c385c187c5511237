import { readFileText, sampleCells } from './file-text';

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('file text', () => {
  it.each([
    ['UTF-8', utf8('101,Blue dress')],
    ['UTF-8 with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('101,Blue dress'))],
    [
      'UTF-16LE, the encoding of Excel’s “Unicode Text”',
      Uint8Array.of(0xff, 0xfe, ...utf16('101,Blue dress', 'le')),
    ],
    ['UTF-16BE', Uint8Array.of(0xfe, 0xff, ...utf16('101,Blue dress', 'be'))],
    ['UTF-16LE without a mark', utf16('101,Blue dress', 'le')],
    ['UTF-16BE without a mark', utf16('101,Blue dress', 'be')],
  ])('Text in %s is recognized.', (_, file) => {
    expect(readFileText(file)).toEqual({ text: '101,Blue dress', candidates: [] });
  });

  it.each(['蓝裙', 'ชุดสีฟ้า', 'Été', 'é', 'Синее платье', '원피스', '🔥'])(
    '“%s” is recognized in UTF-8 and in UTF-16.',
    (word) => {
      expect(readFileText(utf8(`101,${word}`)).text).toBe(`101,${word}`);
      expect(readFileText(Uint8Array.of(0xff, 0xfe, ...utf16(`101,${word}`, 'le'))).text).toBe(`101,${word}`);
    },
  );

  // Bytes made with iconv.
  it.each([
    ['Chinese, simplified', '3130312CC0B6C8B90A3130322CBAECC9ABC1ACD2C2C8B9', '101,蓝裙\n102,红色连衣裙'],
    ['Chinese, traditional', '3130312CC2C5B8C80A3130322CACF5A6E2AC76B8CB', '101,藍裙\n102,紅色洋裝'],
    ['Thai', '3130312CAAD8B4CAD5BFE9D2', '101,ชุดสีฟ้า'],
    ['Japanese', '3130312C90C282A28368838C8358', '101,青いドレス'],
    ['Korean', '3130312CC6C4B6F520BFF8C7C7BDBA', '101,파란 원피스'],
    ['Western European', '3130312CC974E92066616EE96520284BF66C6E29', '101,Été fanée (Köln)'],
    ['Central European', '3130312CAFF3B374612073756B69656E6B61', '101,Żółta sukienka'],
    ['Turkish', '3130312C47FC6DFCFE20FE616C', '101,Gümüş şal'],
    ['Cyrillic', '3130312CD1E8EDE5E520EFEBE0F2FCE5', '101,Синее платье'],
    ['Greek', '3130312CECF0EBE520F6FCF1E5ECE1', '101,μπλε φόρεμα'],
    ['Hebrew', '3130312CF9EEECE420EBE7E5ECE4', '101,שמלה כחולה'],
    ['Arabic', '3130312CDDD3CAC7E420C3D2D1DE', '101,فستان أزرق'],
  ])(
    'The encoding of a file in %s is not certain, but the right text is among the first four candidates.',
    (name, hex, text) => {
      const { text: recognized, candidates } = readFileText(bytes(hex));
      expect(recognized).toBeNull();
      expect(candidates.slice(0, 4)).toContainEqual({ name, text });
    },
  );

  it('A file that may be UTF-8 or Chinese has both texts as candidates.', () => {
    const { text, candidates } = readFileText(bytes('3130312CD0A1'));
    expect(text).toBeNull();
    expect(candidates.map((candidate) => candidate.text)).toEqual(
      expect.arrayContaining(['101,С', '101,小']),
    );
  });

  it.each([
    ['an archive', '504B0304FF00D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8D8'],
    // Its many NUL bytes make it look like UTF-16.
    [
      'a small PNG',
      '89504E470D0A1A0A0000000D494844520000000A0000000A0802000000025058EA0000000970485973000003E8000003E801B57B526B0000001449444154189563F8CFC08007318C4A3360090300B7CA639DA9CA0CA50000000049454E44AE426082',
    ],
    ['a GIF', '474946383961010001008000000000FFFFFF21F90401000000002C00000000010001000002024401003B'],
    ['an old Excel workbook', 'D0CF11E0A1B11AE1000000000000000000000000000000003E000300FEFF0900'],
    ['a JPEG without a NUL byte', 'FFD8FFDB0143010102030405060708090A0B0C0D0E0F10111213'],
  ])('A file that is not text (%s) is rejected.', (_, hex) => {
    expect(() => readFileText(bytes(hex))).toThrow('not text');
  });

  it("A text's sample is its first three distinct non-ASCII cells.", () => {
    expect(sampleCells('101,蓝裙,1\r\n102,"红色, 连衣裙",2\n103,Hat,1\n104,蓝裙,1')).toBe(
      '蓝裙 · 红色 · 连衣裙',
    );
  });
});
