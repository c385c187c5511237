import {
  BASKET_PLACEHOLDERS,
  type BasketPlaceholder,
  type BuyerLanguage,
  type Language,
} from '@sellary/contracts';

/** Texts of the product, for languages in which a workspace has none of its own. */
export const DEFAULT_TEMPLATES: Partial<Record<BuyerLanguage, string>> = {
  en: `Hi {name}, thank you for shopping with us! You won:

{items}
{extras}

Total: {total}

{howToPay}
Please pay by {holdEnds}, or your items go to the next buyer.
Order {code}`,
  es: `Hola {name}, ¡gracias por su compra! Esto es lo que ganó:

{items}
{extras}

Total: {total}

{howToPay}
Pague antes del {holdEnds}, o sus artículos pasarán al siguiente comprador.
Pedido {code}`,
  th: `สวัสดีคุณ {name} ขอบคุณที่อุดหนุนร้านของเรา สินค้าที่คุณได้:

{items}
{extras}

ยอดรวม: {total}

{howToPay}
กรุณาชำระเงินภายใน {holdEnds} มิฉะนั้นสินค้าจะเป็นของผู้ซื้อคนถัดไป
รหัสตะกร้า {code}`,
} satisfies Record<Language, string>;

const PLACEHOLDER = /\{([^{}]*)\}/g;
const KNOWN: ReadonlySet<string> = new Set(BASKET_PLACEHOLDERS);

/** Placeholders of the template that do not exist, with their braces. */
export const unknownPlaceholders = (template: string): string[] =>
  [...template.matchAll(PLACEHOLDER)].flatMap(([whole, name = '']) => (KNOWN.has(name) ? [] : [whole]));

export type TemplateValues = Record<BasketPlaceholder, string>;

/** Fills a template in. A line whose placeholders are all empty is left out. */
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
