import type { Currency, ViewerItem } from '@sellary/contracts';
import type { wordsIn } from './words.js';

/** The element with this id, which the page's HTML contains. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}

/** A new element; text is never read as HTML. */
export function element(tag: string, className: string, ...content: (string | Node)[]): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...content);
  return node;
}

/**
 * Shows the photo at this address, or none. The same photo is not loaded again. A photo that cannot be
 * loaded is hidden.
 */
export function showPhoto(image: HTMLImageElement, address: string | undefined): void {
  if (image.getAttribute('src') === (address ?? null)) return;
  image.hidden = address === undefined;
  if (address === undefined) {
    image.removeAttribute('src');
    return;
  }
  image.onerror = () => (image.hidden = true);
  image.src = address;
}

/** The page's token, which is the last part of its address. */
export const tokenOf = (path: string): string => path.split('/').pop() ?? '';

/** Text wraps only after the dot. */
const DOT = '\u00a0· ';

/** The number of units that an item or a variant has left, and the number of waiting buyers, as text. */
export function stockText(
  { left, inLine }: Pick<ViewerItem, 'left' | 'inLine'>,
  words: ReturnType<typeof wordsIn>,
): string {
  const stock = left > 0 ? words.unitsLeft(left) : words.soldOut;
  return inLine > 0 ? `${stock}${DOT}${words.buyersInLine(inLine).replaceAll(' ', '\u00a0')}` : stock;
}

/** The parts of `stockText`, so that a narrow list can show them on separate lines, without the dot. */
export function stockElements(
  { left, inLine }: Pick<ViewerItem, 'left' | 'inLine'>,
  words: ReturnType<typeof wordsIn>,
): HTMLElement[] {
  const [stock = '', line] = stockText({ left, inLine }, words).split(DOT);
  if (line === undefined) return [element('span', '', stock)];
  return [element('span', '', stock), element('span', 'dot', DOT), element('span', '', line)];
}

/** An element for each of an item's variants, with the variant's stock. */
export const variantElements = (item: ViewerItem, words: ReturnType<typeof wordsIn>): HTMLElement[] =>
  (item.variants ?? []).map((variant) =>
    element(
      'span',
      variant.left > 0 ? 'variant' : 'variant sold-out',
      element('b', '', variant.name),
      ` ${stockText(variant, words)}`,
    ),
  );

/** A price in the page's language; empty if there is no price. */
export function priceText(price: number | undefined, currency: Currency | undefined): string {
  if (price === undefined || currency === undefined) return '';
  const { code, digits } = currency;
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(`${price}E-${digits}` as `${number}`);
}
