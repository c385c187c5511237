import { type Currency, MAX_PRICE } from '@sellary/contracts';
import { formatMoney } from '../ui/money';
import { decimalSignOf, parseMoney } from './parse-money';

const currency = (code: string, digits = 2): Currency => ({ code, digits });
const euro = currency('EUR');

describe('Parsing a price', () => {
  it.each([
    ['14', euro, 1400],
    ['14,90', euro, 1490],
    ['14.9', euro, 1490],
    ['0', euro, 0],
    ['.50', euro, 50],
    ['€.50', euro, 50],
    ['0,5', euro, 50],
    ['14.9000', euro, 1490],
    ['1234.500', euro, 123_450],
    ['1.234,50 €', euro, 123_450],
    ['EUR 1,234.50', euro, 123_450],
    ['1 234,50', euro, 123_450],
    ['1\u202f234,50\u00a0€', euro, 123_450],
    ['12.345.678', euro, 1_234_567_800],
    ["CHF 1'234.50", currency('CHF'), 123_450],
    ['Fr. 14.–', currency('CHF'), 1400],
    ['14,-', euro, 1400],
    ['149:-', currency('SEK'), 14_900],
    ['kr. 1.499,95', currency('DKK'), 149_995],
    ['₹1,23,456.00', currency('INR'), 12_345_600],
    ['Rs. 500/-', currency('INR'), 50_000],
    ['R$ 29,90', currency('BRL'), 2990],
    ['49,99 zł', currency('PLN'), 4999],
    ['$15', currency('MXN'), 1500],
    ['US$ 15.50', currency('USD'), 1550],
    ['390 บาท', currency('THB'), 39_000],
    ['฿1,290', currency('THB', 0), 1290],
    ['150.000đ', currency('VND', 0), 150_000],
    ['Rp 75.000', currency('IDR', 0), 75_000],
    ['¥1,200', currency('JPY', 0), 1200],
    ['1,200円', currency('JPY', 0), 1200],
    ['12.5', currency('KWD', 3), 12_500],
    ['٣٫٥٠', euro, 350],
    ['１５．５０', euro, 1550],
  ])('“%s” is read exactly.', (text, money, minor) => {
    expect(parseMoney(text, money)).toEqual({ kind: 'price', minor });
  });

  it.each([
    ['1.234', euro, [123_400, 123.4]],
    ['1,234', euro, [123_400, 123.4]],
    ['12.500', euro, [1_250_000, 1250]],
    ['€ 1.200', euro, [120_000, 120]],
    ['12,500', currency('KWD', 3), [12_500_000, 12_500]],
  ])('“%s” is reported with both possible amounts.', (text, money, readings) => {
    expect(parseMoney(text, money)).toEqual({ kind: 'ambiguous', readings });
  });

  it.each([
    ['$15', 'other-currency'],
    ['15 USD', 'other-currency'],
    ['£15', 'other-currency'],
    ['free', 'no-number'],
    ['15k', 'no-number'],
    ['14 90', 'no-number'],
    ['1,2,3', 'no-number'],
    ['15-20', 'no-number'],
    ['2 x 15', 'no-number'],
    ['EUR.50', 'no-number'],
    ['-5', 'negative'],
    ['1234.567', 'too-precise'],
    ['0.123', 'too-precise'],
    ['99999999999999999999', 'too-large'],
  ])('“%s” is not a price in euros: %s.', (text, problem) => {
    expect(parseMoney(text, euro)).toEqual({ kind: 'invalid', problem });
  });

  it("The column's decimal separator decides what an ambiguous price means.", () => {
    expect(decimalSignOf(['14,90', '1.234', '7'])).toBe(',');
    expect(decimalSignOf(['1,234.50', '1.234'])).toBe('.');
    expect(decimalSignOf(['12.345.678'])).toBe(',');
    expect(decimalSignOf(['1.234', '2.500'])).toBeNull();
    expect(decimalSignOf(['14,90', '14.90'])).toBeNull();
    expect(parseMoney('1.234', euro, ',')).toEqual({ kind: 'price', minor: 123_400 });
    expect(parseMoney('1.200', euro, '.')).toEqual({ kind: 'price', minor: 120 });
  });

  it('Every formatted amount is read as the same amount, or as ambiguous with that amount as one reading.', () => {
    for (const locale of ['en-US', 'de-DE', 'fr-FR', 'es-MX', 'th-TH', 'en-IN', 'de-CH', 'pl-PL', 'pt-BR']) {
      for (const money of [euro, currency('USD'), currency('JPY', 0), currency('INR')]) {
        for (const minor of [0, 1, 99, 1490, 123_456, 1_234_567, MAX_PRICE]) {
          const text = formatMoney(minor, money, locale);
          const read = parseMoney(text, money);
          const isSame =
            (read.kind === 'price' && read.minor === minor) ||
            (read.kind === 'ambiguous' && read.readings.includes(minor));
          expect([text, money.code, isSame]).toEqual([text, money.code, true]);
        }
      }
    }
  });
});
