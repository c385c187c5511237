import JsBarcode from 'jsbarcode';

/** The dark bars of a barcode, in modules from its left edge. A module is the width of the narrowest bar. */
interface Bars {
  readonly width: number;
  readonly bars: readonly { readonly x: number; readonly width: number }[];
}

/** Light modules that scanners need on each side. */
const QUIET_ZONE = 10;

/** Returns a text's bars in Code 128. @throws for most non-ASCII characters */
export function code128Bars(text: string): Bars {
  // With an object as the target, the library draws nothing. The CSP would block a drawing's inline styles.
  const result: { encodings?: { data: string }[] } = {};
  JsBarcode(result, text, { format: 'CODE128' });
  const modules = (result.encodings ?? []).map(({ data }) => data).join('');
  return {
    width: modules.length + 2 * QUIET_ZONE,
    bars: [...modules.matchAll(/1+/g)].map((bar) => ({ x: bar.index + QUIET_ZONE, width: bar[0].length })),
  };
}
