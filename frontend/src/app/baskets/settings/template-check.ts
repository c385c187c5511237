import {
  BASKET_PLACEHOLDERS,
  type BuyerLanguage,
  HOLD_END_FORMAT,
  MAX_BASKET_TEXT,
} from '@sellary/contracts';

const PLACEHOLDER = /\{([^{}]*)\}/g;
const KNOWN: readonly string[] = BASKET_PLACEHOLDERS;

/** Returns why the server would reject a template, as a sentence, or null if there is no problem. */
export function templateProblem(template: string): string | null {
  const unknown = [...template.matchAll(PLACEHOLDER)].find(([, name = '']) => !KNOWN.includes(name))?.[0];
  if (unknown !== undefined) {
    return $localize`:@@baskets.settings.unknown-placeholder:${unknown}:placeholder: is not a placeholder. Use one from the list below.`;
  }
  return template.length > MAX_BASKET_TEXT
    ? $localize`:@@baskets.settings.too-long:Use at most ${MAX_BASKET_TEXT}:count: characters`
    : null;
}

/**
 * Fills the placeholders in a template, and in its payment instructions, with examples. Formats amounts and
 * the date for `language`, as in the text for buyers.
 */
export function examplePreview(template: string, howToPay: string, language: BuyerLanguage): string {
  const decimals = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
  const holdEnds = new Date(new Date().getFullYear(), 11, 24, 20);
  const examples: Record<string, string> = {
    name: 'Anna',
    show: $localize`:Example show name|@@baskets.settings.example.show:Sunday sale`,
    items: [
      `1 × #104 ${$localize`:Example item title|@@baskets.settings.example.item-1:Blue dress`}: ${decimals.format(29.9)}`,
      `1 × #117 ${$localize`:Example item title|@@baskets.settings.example.item-2:Straw hat`}: ${decimals.format(15)}`,
    ].join('\n'),
    units: new Intl.NumberFormat(language).format(2),
    amount: decimals.format(44.9),
    extras: `${$localize`:Label for an extra line|@@baskets.extras.shipping:Shipping`}: ${decimals.format(4.9)}`,
    total: decimals.format(49.8),
    holdEnds: new Intl.DateTimeFormat(language, HOLD_END_FORMAT).format(holdEnds),
    code: '7Q3F0C2A9B',
  };
  return fill(template, { ...examples, howToPay: fill(howToPay, examples) });
}

function fill(template: string, examples: Record<string, string>): string {
  const lines = template.split('\n').flatMap((line) => {
    const names = [...line.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
    // As in the text for buyers, a line is left out if none of its placeholders has a value.
    if (names.length > 0 && names.every((name) => (examples[name] ?? '') === '')) return [];
    return [line.replaceAll(PLACEHOLDER, (match, name: string) => examples[name] ?? match)];
  });
  return lines.join('\n');
}
