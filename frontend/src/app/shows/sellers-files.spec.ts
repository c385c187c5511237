import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Currency } from '@sellary/contracts';
import { readFileText } from './file-text';
import { readItems, readSheet } from './spreadsheet';

const money = (code: string, digits = 2): Currency => ({ code, digits });

function read(name: string, currency: Currency) {
  const bytes = new Uint8Array(readFileSync(path.join(__dirname, '../../../testing/sheets', name)));
  const { text, candidates } = readFileText(bytes);
  const sheet = readSheet(text ?? candidates[0]?.text ?? '', currency);
  const rows = readItems(sheet, sheet.roles, [], { currency });
  return {
    // The dialog asks for the encoding if it is not certain. Here, the most likely encoding is used.
    encoding: text === null ? candidates[0]?.name : 'certain',
    roles: sheet.roles.join(' '),
    linesAbove: sheet.linesAbove,
    isGuessed: sheet.isGuessed,
    otherCurrencyHeaders: sheet.otherCurrencyHeaders,
    /** Each line as `number|title|units|price|compare-at price`, or its problem. */
    lines: rows.map(({ item, problem }) =>
      problem === null
        ? [
            item.itemNumber,
            item.title,
            item.totalQuantity,
            item.price ?? '–',
            item.compareAtPrice ?? '–',
          ].join('|')
        : `! ${problem}`,
    ),
  };
}

describe("Sellers' files", () => {
  const OriginalDecoder = TextDecoder;
  beforeAll(() => {
    // Node 20, unlike browsers, decodes windows-1252 as ISO 8859-1, without the euro sign. For the letters in
    // these files, windows-1254 is the same.
    globalThis.TextDecoder = class extends OriginalDecoder {
      constructor(label?: string, options?: TextDecoderOptions) {
        super(label === 'windows-1252' ? 'windows-1254' : label, options);
      }
    };
  });
  afterAll(() => {
    globalThis.TextDecoder = OriginalDecoder;
  });

  it('Thailand, Windows-874: Thai digits and baht are read, and "sold out" and the total are reported.', () => {
    expect(read('thai-windows-874.csv', money('THB'))).toMatchObject({
      encoding: 'Thai',
      roles: 'number title price units',
      lines: [
        '1|เสื้อยืดลายดอก|5|39000|–',
        '2|กระเป๋าหนัง|1|129000|–',
        '3|หมวกสาน|2|25050|–',
        '4|ผ้าพันคอ|3|45000|–',
        '! “หมด” is not a number of units from 1 to 999',
        '! This line looks like a total, not like an item',
      ],
    });
  });

  it('Germany, Windows-1252: lines above the header, purchase prices, and the total are not items or prices.', () => {
    expect(read('german-windows-1252.csv', money('EUR'))).toMatchObject({
      encoding: 'Western European',
      roles: 'number title ignore units ignore price',
      linesAbove: 2,
      lines: [
        '101|Kleid "Föhr", blau|2|3990|–',
        '102|Ledermantel|1|123450|–',
        '103|Wollmantel|1|129900|–',
        '104|Tuch|12|750|–',
        '! “12,90 $” is not in EUR, the currency of this show',
        '! This line looks like a total, not like an item',
      ],
    });
  });

  it('Mexico, UTF-8: pesos are read only if the show sells in pesos, and a number that became a date is reported.', () => {
    expect(read('mexican-utf8.csv', money('MXN'))).toMatchObject({
      encoding: 'certain',
      roles: 'number title units price ignore',
      otherCurrencyHeaders: [],
      lines: [
        'R-01|Rebozo de seda|2|123450|–',
        'R-02|Bolsa de piel|1|89900|–',
        'R-03|Aretes|10|4500|–',
        '! “3-nov” is a date. The spreadsheet may have changed the number',
      ],
    });
    const dollars = read('mexican-utf8.csv', money('USD'));
    expect(dollars.otherCurrencyHeaders).toEqual(['Precio de venta (MXN)']);
    expect(dollars.lines[0]).toBe('R-01|Rebozo de seda|2|–|–');
  });

  it('Brazil, Windows-1252: a line in another currency is reported.', () => {
    expect(read('brazilian-windows-1252.csv', money('BRL'))).toMatchObject({
      roles: 'number title units price currency',
      lines: [
        '10|Bolsa de couro|1|123450|–',
        '11|Sandália|4|8990|–',
        '! The price is in “USD”, and this show sells in BRL',
        '13|Pulseira|6|123400|–',
      ],
    });
  });

  it('Taiwan, Big5: an amount such as 1,280 is ambiguous, and Hong Kong dollars are reported.', () => {
    expect(read('taiwanese-big5.csv', money('TWD'))).toMatchObject({
      encoding: 'Chinese, traditional',
      roles: 'number title price compare units',
      lines: [
        expect.stringMatching(/^! “NT\$1,280” can be .*1,280.00 or .*1.28$/),
        '2|羊毛圍巾|5|59000|–',
        '! “HK$200” is not in TWD, the currency of this show',
      ],
    });
  });

  it('China, GBK: yuan written with ￥ or 元 are read, and a line in another currency is reported.', () => {
    expect(read('chinese-gbk.tsv', money('CNY'))).toMatchObject({
      encoding: 'Chinese, simplified',
      roles: 'number title price units currency',
      lines: [
        'A1|蓝裙|3|12800|–',
        'A2|羊毛大衣|1|128000|–',
        '! The price is in “HKD”, and this show sells in CNY',
        '! This line looks like a total, not like an item',
      ],
    });
  });

  it("UTF-16 from Excel: the price column in the show's currency is read, and damage done by Excel is reported.", () => {
    expect(read('two-currencies-utf-16.tsv', money('EUR'))).toMatchObject({
      encoding: 'certain',
      roles: 'number title units ignore price',
      otherCurrencyHeaders: ['Price (USD)'],
      lines: [
        '100200300400|Vase, blue|2|1090|–',
        '! The spreadsheet shortened the number to 1.23457E+11, so its last digits are lost',
        '! “#REF!” is a spreadsheet error',
      ],
    });
  });

  it('United States: prices in the quantity column are reported line by line.', () => {
    expect(read('mixed-up-columns.csv', money('USD')).lines).toEqual([
      '! “$12.00” is not a number of units from 1 to 999',
      '! “49.90” is not a number of units from 1 to 999',
      '! “1,250.00” is not a number of units from 1 to 999',
      '4|Tray|3|1800|–',
    ]);
  });

  it('Austria: amounts such as 1.234 are reported as ambiguous, even if another line has a decimal point.', () => {
    expect(read('ambiguous-thousands.csv', money('EUR')).lines).toEqual([
      '! “1.234” can be €1,234.00 or €1.234',
      '2|Kette|1|1250|–',
      '! “1.290” can be €1,290.00 or €1.29',
      '4|Brosche|1|8900|–',
    ]);
  });

  it('Hungary, Windows-1250: a header with unknown words is not an item, and the columns are marked as guessed.', () => {
    expect(read('unknown-words-windows-1250.csv', money('HUF'))).toMatchObject({
      roles: 'number title units price ignore',
      isGuessed: true,
      lines: [
        'K1|Kék ruha|2|1299000|–',
        'K2|Gyapjúkabát|1|4550000|–',
        expect.stringContaining('! “4.990” can be'),
      ],
    });
  });

  it('Tables that need no guessing have no warnings.', () => {
    const sheet = readSheet('101\tBlue dress\t3\n102\tRed hat\t1', money('EUR'));
    expect([sheet.isGuessed, sheet.linesAbove, sheet.otherCurrencyHeaders]).toEqual([false, 0, []]);
  });
});
