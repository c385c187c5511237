import { type Currency, MAX_PRICE } from '@sellary/contracts';

export type DecimalSeparator = '.' | ',';

/**
 * A parsed price. `ambiguous`: the text can mean either of the `readings`, larger first. `other-currency`:
 * the text specifies another currency. `too-precise`: the text has more decimals than the currency. A reading
 * with too many decimals is not an integer.
 */
export type ParsedMoney =
  | { kind: 'empty' }
  | { kind: 'price'; minor: number }
  | { kind: 'ambiguous'; readings: [number, number] }
  | { kind: 'invalid'; problem: 'no-number' | 'negative' | 'too-large' | 'too-precise' | 'other-currency' };

const invalid = (problem: Extract<ParsedMoney, { kind: 'invalid' }>['problem']): ParsedMoney => ({
  kind: 'invalid',
  problem,
});

/** Symbols and words that sellers use but `Intl` does not, by currency. */
const EXTRA_CURRENCY_MARKS: Readonly<Record<string, readonly string[]>> = {
  EUR: ['euro', 'euros', 'eu'],
  USD: ['dollar', 'dollars', 'us$'],
  GBP: ['pound', 'pounds'],
  INR: ['rs', 'inr', '/'],
  PKR: ['rs'],
  LKR: ['rs'],
  NPR: ['rs'],
  MUR: ['rs'],
  IDR: ['rp'],
  MYR: ['rm'],
  PHP: ['p', 'piso', 'pesos'],
  MXN: ['mx$', 'pesos'],
  COP: ['col$', 'pesos'],
  ARS: ['ar$', 'pesos'],
  CLP: ['clp$', 'pesos'],
  CHF: ['fr', 'sfr', 'franken'],
  SEK: ['kr', 'kronor', ':'],
  NOK: ['kr', 'kroner'],
  DKK: ['kr', 'kroner', ':'],
  TRY: ['tl'],
  THB: ['b', 'baht', 'บาท', 'บ'],
  VND: ['đ', 'vnđ', 'd', 'dong'],
  RUB: ['руб', 'р'],
  UAH: ['грн'],
  JPY: ['¥', '円'],
  CNY: ['¥', '元'],
  KRW: ['원', 'won'],
  PLN: ['zl', 'zł'],
  HUF: ['ft'],
  RON: ['lei'],
  AUD: ['au$'],
  CAD: ['ca$', 'cad$', 'c$'],
  SGD: ['s$', 'sg$'],
  NZD: ['nz$'],
  HKD: ['hk$'],
};
/** Languages whose symbols and names for a currency are read from `Intl`. */
const LANGUAGES = [
  'en',
  'es',
  'th',
  'de',
  'fr',
  'pt-BR',
  'pl',
  'cs',
  'tr',
  'vi',
  'id',
  'ja',
  'zh',
  'hi',
  'ar',
];

const markKey = (mark: string): string => mark.toLowerCase().replace(/[\s.\u200e\u200f\u061c]/gu, '');

const marksByCode = new Map<string, ReadonlySet<string>>();

function marksOf(code: string): ReadonlySet<string> {
  const cached = marksByCode.get(code);
  if (cached !== undefined) return cached;
  const marks = new Set<string>([code.toLowerCase(), ...(EXTRA_CURRENCY_MARKS[code] ?? [])]);
  for (const language of LANGUAGES) {
    for (const currencyDisplay of ['symbol', 'narrowSymbol', 'name'] as const) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency: code, currencyDisplay });
      for (const { type, value } of format.formatToParts(2)) {
        if (type === 'currency') marks.add(markKey(value));
      }
    }
  }
  marksByCode.set(code, marks);
  return marks;
}

/** Normalizes digits, spaces, apostrophes, and Arabic separators, and removes text direction marks. */
const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[’‘ʼ´`′]/gu, "'")
    .replace(/٫/gu, ',')
    .replace(/٬/gu, "'")
    .replace(/[\u200e\u200f\u061c]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** A script's ten digits are consecutive, so a digit's value is its distance from the script's zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  // In Unicode, only the mathematical digits have several sets in a row, and NFKC has already replaced those
  // digits.
  return code < 0x80 ? digit : String(code - zero);
}

/** An amount, optionally with a currency symbol or word before or after it. */
const AMOUNT_WITH_MARKS =
  /^(?<before>(?:[^\d.,'+-]+(?<=\p{L})\.|[^\d.,'+-]+)?)\s*(?<sign>[+-]?)\s*(?<number>[.,]?\d(?:[\d.,' ]*\d)?)(?<noDecimals>[.,:][-–—=]{1,2}|:-|\/-)?\s*(?<after>[^\d]*)$/u;
/** Whole numbers, grouped or not; S is a separator. */
const WESTERN_GROUPS = /^(?:0|[1-9]\d{0,2}(?:S\d{3})+|[1-9]\d*)$/;
const INDIAN_GROUPS = /^[1-9]\d?(?:S\d{2})+S\d{3}$/;

/**
 * Parses a price as written by a person or a spreadsheet. Never guesses: if the text can mean two amounts,
 * returns both.
 * @param decimal the column's decimal separator, if known
 */
export function parseMoney(text: string, currency: Currency, decimal?: DecimalSeparator): ParsedMoney {
  const cell = normalize(text);
  if (cell === '') return { kind: 'empty' };
  // `readWorkbookText` writes = before a number with decimals.
  if (/^=\d+\.\d+$/.test(cell)) return amountOf(cell.slice(1), currency, '.');
  const groups = AMOUNT_WITH_MARKS.exec(cell)?.groups;
  if (groups === undefined) return invalid('no-number');
  const { before = '', sign = '', number = '', after = '' } = groups;
  for (const mark of [before, after].map(markKey)) {
    if (mark === '' || marksOf(currency.code).has(mark)) continue;
    return invalid(/^(\p{L}{0,3}\p{Sc}|\p{L}{3})$/u.test(mark) ? 'other-currency' : 'no-number');
  }
  // EUR.50 can be 50 or 0.50, so it is rejected.
  if (before.endsWith('.') && markKey(before) === currency.code.toLowerCase()) return invalid('no-number');
  if (sign === '-') return invalid('negative');
  // 1,290.- has no decimals, so its separators group digits.
  if (groups['noDecimals'] !== undefined) {
    return amountOf(number.replace(/[.,](?=\d{3}(?!\d))/g, ''), currency, undefined);
  }
  return amountOf(number, currency, decimal);
}

interface Reading {
  minor: number;
  /** True if `minor` is not an integer. */
  isTooPrecise: boolean;
}

function amountOf(number: string, { digits }: Currency, decimal: DecimalSeparator | undefined): ParsedMoney {
  const last = /[.,](?=\d*$)/.exec(number);
  const sign = last?.[0];
  const asWhole = wholeReading(number, digits, decimal);
  const asDecimal =
    last === null || (decimal !== undefined && sign !== decimal)
      ? null
      : decimalReading(number.slice(0, last.index), number.slice(last.index + 1), sign ?? '', digits);
  // A currency without minor units has no decimals, so 150.000 is 150 thousand.
  const readings = [
    asWhole,
    digits === 0 && asWhole !== null && decimal === undefined ? null : asDecimal,
  ].filter((reading): reading is Reading => reading !== null);
  const [first, second] = readings;
  if (first === undefined) return invalid('no-number');
  if (second !== undefined && second.minor !== first.minor) {
    return { kind: 'ambiguous', readings: [first.minor, second.minor] };
  }
  if (first.isTooPrecise) return invalid('too-precise');
  return first.minor > MAX_PRICE ? invalid('too-large') : { kind: 'price', minor: first.minor };
}

/** The amount if all separators group digits. */
function wholeReading(number: string, digits: number, decimal: DecimalSeparator | undefined): Reading | null {
  const signs = new Set(number.match(/[^\d]/g));
  if (signs.size > 1 || (decimal !== undefined && signs.has(decimal))) return null;
  return isWholeNumber(number) ? toMinor(number.replace(/\D/g, ''), '', digits) : null;
}

/** The amount if the last separator is the decimal separator. */
function decimalReading(whole: string, decimals: string, sign: string, digits: number): Reading | null {
  if (whole.includes(sign) || new Set(whole.match(/\D/g)).size > 1) return null;
  return whole === '' || isWholeNumber(whole) ? toMinor(whole.replace(/\D/g, ''), decimals, digits) : null;
}

function isWholeNumber(text: string): boolean {
  const shape = text.replace(/\D/g, 'S');
  return WESTERN_GROUPS.test(shape) || INDIAN_GROUPS.test(shape) || /^0+\d*$/.test(shape);
}

function toMinor(whole: string, decimals: string, digits: number): Reading {
  const keptDecimals = decimals.slice(0, digits).padEnd(digits, '0');
  const text = `${whole}${keptDecimals}`.replace(/^0+(?=\d)/, '');
  const lostDecimals = decimals.slice(digits);
  // Longer numbers exceed the maximum price and would not be exact.
  return {
    minor: text.length > 15 ? Number.MAX_SAFE_INTEGER : Number(`0${text}.${lostDecimals}`),
    isTooPrecise: /[1-9]/.test(lostDecimals),
  };
}

/** The decimal separator that a column's cells agree on, or null if no cell shows it or they disagree. */
export function decimalSignOf(cells: readonly string[]): DecimalSeparator | null {
  const signs = new Set<string>();
  for (const cell of cells) {
    if (cell.startsWith('=')) continue;
    const number = /\d[\d.,' ]*\d|[.,]\d+/u.exec(normalize(cell))?.[0] ?? '';
    const last = /([.,])(\d*)$/.exec(number);
    const [, sign = '', decimals = ''] = last ?? [];
    if (last === null) continue;
    const otherSigns = new Set(number.slice(0, last.index).match(/\D/g));
    // A separator is the decimal separator if it follows a different one, or if it is not repeated and the
    // number of digits after it is not three. A repeated separator groups digits.
    if ((otherSigns.size > 0 && !otherSigns.has(sign)) || (decimals.length !== 3 && !otherSigns.has(sign))) {
      signs.add(sign);
    } else if (otherSigns.has(sign)) signs.add(sign === '.' ? ',' : '.');
  }
  const [sign] = signs;
  return signs.size === 1 && (sign === '.' || sign === ',') ? sign : null;
}
