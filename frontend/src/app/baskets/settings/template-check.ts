import { BASKET_PLACEHOLDERS, MAX_BASKET_TEXT } from '@sellary/contracts';

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

/** Fills the placeholders in a template, and in its payment instructions, with examples. */
export function examplePreview(template: string, howToPay: string): string {
  const examples: Record<string, string> = {
    name: 'Anna',
    show: $localize`:Example show name|@@baskets.settings.example.show:Sunday sale`,
    items: [
      $localize`:An item in an example text|@@baskets.settings.example.item-1:1 × #104 Blue dress: 29.90`,
      $localize`:An item in an example text|@@baskets.settings.example.item-2:1 × #117 Straw hat: 15.00`,
    ].join('\n'),
    units: '2',
    amount: '44.90',
    extras: $localize`:Extra lines in an example text|@@baskets.settings.example.extras:Shipping: 4.90`,
    total: '49.80',
    holdEnds: '24.12. 20:00',
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
