import {
  BASKET_PLACEHOLDERS,
  type BasketPlaceholder,
  type BuyerLanguage,
  type HoldEndEffect,
  type Language,
} from '@sellary/contracts';

interface DefaultText {
  /** Everything before the "pay by" line. */
  start: string;
  /** The "pay by" line if the units are released when the hold ends. */
  payByOrRelease: string;
  /** The "pay by" line if the units are not released. */
  payBy: string;
  end: string;
}

const DEFAULT_TEXTS: Record<Language, DefaultText> = {
  en: {
    start: `Hi {name}, thank you for shopping with us! You won:

{items}
{extras}

Total: {total}

{howToPay}`,
    payByOrRelease: 'Please pay by {holdEnds}, or your items will go to the next buyer.',
    payBy: 'Please pay by {holdEnds}.',
    end: 'Order {code}',
  },
  es: {
    start: `Hola {name}, ¡gracias por su compra! Esto es lo que ganó:

{items}
{extras}

Total: {total}

{howToPay}`,
    payByOrRelease: 'Pague antes del {holdEnds}, o sus artículos pasarán al siguiente comprador.',
    payBy: 'Pague antes del {holdEnds}.',
    end: 'Pedido {code}',
  },
  th: {
    start: `สวัสดีคุณ {name} ขอบคุณที่อุดหนุนร้านของเรา สินค้าที่คุณได้:

{items}
{extras}

ยอดรวม: {total}

{howToPay}`,
    payByOrRelease: 'กรุณาชำระเงินภายใน {holdEnds} มิฉะนั้นสินค้าจะเป็นของผู้ซื้อคนถัดไป',
    payBy: 'กรุณาชำระเงินภายใน {holdEnds}',
    end: 'รหัสตะกร้า {code}',
  },
};

/**
 * Default texts for languages in which a workspace has no template. They mention a release only if the hold
 * rule releases units.
 */
export const defaultTemplates = (atEnd: HoldEndEffect): Partial<Record<BuyerLanguage, string>> =>
  Object.fromEntries(
    Object.entries(DEFAULT_TEXTS).map(([language, { start, payByOrRelease, payBy, end }]) => [
      language,
      [start, atEnd === 'release' ? payByOrRelease : payBy, end].join('\n'),
    ]),
  );

const PLACEHOLDER = /\{([^{}]*)\}/g;
const KNOWN_NAMES: ReadonlySet<string> = new Set(BASKET_PLACEHOLDERS);

/** The template's unknown placeholders, with their braces. */
export const unknownPlaceholders = (template: string): string[] =>
  [...template.matchAll(PLACEHOLDER)].flatMap(([whole, name = '']) => (KNOWN_NAMES.has(name) ? [] : [whole]));

type TemplateValues = Record<BasketPlaceholder, string>;

/** Fills in a template. A line whose placeholders are all empty is left out. */
export function fillTemplate(template: string, values: TemplateValues): string {
  const lines = template.split('\n').flatMap((line) => {
    const names = [...line.matchAll(PLACEHOLDER)].map(([, name]) => name as BasketPlaceholder);
    if (names.length > 0 && names.every((name) => (values[name] ?? '') === '')) return [];
    return [line.replaceAll(PLACEHOLDER, (whole, name: BasketPlaceholder) => values[name] ?? whole)];
  });
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
