import {
  type Currency,
  type ItemInput,
  MAX_ITEM_NUMBER_LENGTH,
  MAX_UNITS_PER_ITEM,
} from '@sellary/contracts';
import { itemKey } from './item-key';
import { parseMoney } from './parse-money';
import { isTotalLabel } from './total-labels';

/** A spreadsheet formula error, or a column that was too narrow. */
const SHEET_ERROR = /^#(n\/?a|nv|ref|value|valor|wert|div\/0|name|num|null|spill|calc)[!?]?$|^#{5,}$/iu;
/** A long number shortened by a spreadsheet, which loses its last digits. */
const SHORTENED_NUMBER = /^\d([.,]\d+)?E[+-]?\d+$/i;
const MONTH =
  'jan|feb|fev|m[aä]r|mrz|apr|abr|avr|may|mai|jun|jul|aug|ago|sep|sept|set|oct|okt|out|nov|dec|dez|dic|ene';
/** A number such as 3-11 that a spreadsheet turned into a date. */
const DATE = new RegExp(
  `^(\\d{1,2}[-. ](${MONTH})[a-zé]{0,6}\\.?([-. ]\\d{2,4})?|(${MONTH})\\.?[-. ]\\d{2,4}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})$`,
  'iu',
);

/** The problem with a line, apart from its prices, or null if there is none. */
export function lineProblem(item: ItemInput, unitsText: string): string | null {
  return spreadsheetDamageProblem(item, unitsText) ?? problemOf(item, unitsText);
}

/** The damage that a spreadsheet program did to the line, or the reason the line is not an item. */
function spreadsheetDamageProblem({ itemNumber, title = '' }: ItemInput, unitsText: string): string | null {
  const error = [itemNumber, title, unitsText].find((cell) => SHEET_ERROR.test(cell));
  if (error !== undefined) {
    return $localize`:@@shows.import.problem.sheet-error:“${error}:text:” is a spreadsheet error`;
  }
  if (isTotalLabel(itemNumber) || (itemNumber === '' && isTotalLabel(title))) {
    return $localize`:@@shows.import.problem.sum:This line looks like a total, not like an item`;
  }
  if (SHORTENED_NUMBER.test(itemNumber)) {
    return $localize`:@@shows.import.problem.shortened:The spreadsheet shortened the number to ${itemNumber}:number:, so its last digits are lost`;
  }
  return DATE.test(itemNumber)
    ? $localize`:@@shows.import.problem.date:“${itemNumber}:number:” is a date. The spreadsheet may have changed the number`
    : null;
}

/** The problem with a line in another currency, or null if the cell is empty or has the show's currency. */
export function currencyProblem(cell: string, currency: Currency): string | null {
  if (cell === '' || parseMoney(`1 ${cell}`, currency).kind === 'price') return null;
  return $localize`:@@shows.import.problem.currency:The price is in “${cell}:text:”, and this show sells in ${currency.code}:currency:`;
}

export function takenNumberProblem(itemNumber: string, isInShow: boolean, isInList: boolean): string | null {
  const number = itemNumber.replace(/^#+/, '');
  if (isInList) return $localize`:@@shows.import.problem.twice:#${number}:number: is in this list twice`;
  return isInShow
    ? $localize`:@@shows.import.problem.in-show:#${number}:number: is already in this show`
    : null;
}

function problemOf({ itemNumber, totalQuantity = 1, variants }: ItemInput, unitsText: string): string | null {
  if (itemNumber === '') return $localize`:@@shows.import.problem.no-number:The number is missing`;
  if (!/[\p{L}\p{N}]/u.test(itemNumber)) {
    return $localize`:@@shows.import.problem.no-letter-or-digit:The number needs a letter or digit`;
  }
  if ([...itemKey(itemNumber)].length > MAX_ITEM_NUMBER_LENGTH) {
    return $localize`:@@shows.import.problem.number-too-long:The number is longer than ${MAX_ITEM_NUMBER_LENGTH}:max: characters`;
  }
  if (variants !== undefined) return null;
  // "25.00" is a price, although it equals a whole number.
  const isCount = /^\d*$/.test(unitsText) && totalQuantity >= 1 && totalQuantity <= MAX_UNITS_PER_ITEM;
  return isCount
    ? null
    : $localize`:@@shows.import.problem.units:“${unitsText}:text:” is not a number of units from 1 to ${MAX_UNITS_PER_ITEM}:max:`;
}
