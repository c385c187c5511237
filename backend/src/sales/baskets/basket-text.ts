import {
  type Basket,
  type BasketLine,
  type BasketSettings,
  type BasketText,
  type BuyerLanguage,
  type Currency,
  HOLD_END_FORMAT,
  decimalText,
} from '@sellary/contracts';
import { groupBy } from '../../kernel';
import { defaultTemplates, fillTemplate } from './basket-templates';

interface TextOptions {
  /** Default: the buyer's language, or else the language in the settings. */
  language?: BuyerLanguage | undefined;
  /** IANA name of the time zone for dates. */
  timeZone: string;
  /** Ms since the epoch. */
  now: number;
}

/** The text for a basket's buyer: what was won, the sum, and how to pay. */
export function basketText(basket: Basket, settings: BasketSettings, options: TextOptions): BasketText {
  const preferred = options.language ?? basket.buyer.language ?? settings.language;
  const languages: BuyerLanguage[] = [preferred, settings.language];
  const language = languages.find((each) => templateIn(each, settings) !== undefined) ?? 'en';
  const template = templateIn(language, settings) ?? '';
  const money = moneyIn(language, basket.currency);
  const values = {
    name: basket.buyer.name,
    show: basket.show?.name ?? [...new Set(basket.lines.map(({ showName }) => showName))].join(', '),
    items: itemLines(basket.lines, money).join('\n'),
    units: new Intl.NumberFormat(language).format(basket.units),
    amount: money(basket.amount),
    extras: basket.extras.map(({ label, amount }) => `${label}: ${money(amount)}`.trim()).join('\n'),
    total: money(basket.total),
    holdEnds: holdEndText(basket, settings, language, options),
    code: basket.code,
  };
  const howToPay = fillTemplate(settings.howToPay, { ...values, howToPay: '' });
  const text = fillTemplate(template, { ...values, howToPay });
  return { text, language, inOwnLanguage: language === preferred };
}

const templateIn = (language: BuyerLanguage, { templates, hold }: BasketSettings): string | undefined =>
  templates[language] ?? defaultTemplates(hold.atEnd)[language];

type FormatMoney = (minor: number | undefined) => string;

function moneyIn(language: BuyerLanguage, currency: Currency | undefined): FormatMoney {
  if (currency === undefined) return () => '';
  const { code, digits } = currency;
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Formats decimal text because a division would round large amounts.
  return (minor) =>
    minor === undefined ? '' : format.format(decimalText(minor, currency) as Intl.StringNumericLiteral);
}

/** One line of text per item, variant, and price. */
function itemLines(lines: readonly BasketLine[], money: FormatMoney): string[] {
  const keyOf = (line: BasketLine): string =>
    [line.itemId, line.variant, line.variantAsked, line.price].join('\n');
  return groupBy(lines, keyOf).map((group) => {
    const [line] = group;
    const units = group.length;
    const variant = line.variant ?? line.variantAsked;
    const name = [`#${line.itemNumber}`, line.title ?? '', variant === undefined ? '' : `(${variant})`];
    const price = line.price === undefined ? '' : `: ${money(line.price * units)}`;
    return `${units} × ${name.filter((part) => part !== '').join(' ')}${price}`;
  });
}

function holdEndText(
  { hold }: Basket,
  { hold: { hours, atEnd } }: BasketSettings,
  language: BuyerLanguage,
  { timeZone, now }: TextOptions,
): string {
  if (hours === 0 || atEnd === 'nothing') return '';
  // Before the hold starts, the text gives the time when it would end if payment were requested now.
  const end = hold === undefined ? now + hours * 3_600_000 : Date.parse(hold.endsAt);
  return new Intl.DateTimeFormat(language, { ...HOLD_END_FORMAT, timeZone }).format(end);
}
