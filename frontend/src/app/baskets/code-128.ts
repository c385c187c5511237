import JsBarcode from 'jsbarcode';

/** The dark bars of a barcode, in modules from its left edge. A module is the width of the narrowest bar. */
interface Bars {
  readonly width: number;
  readonly bars: readonly { readonly x: number; readonly width: number }[];
}

/** Light modules that scanners need on each side. */
const QUIET_ZONE = 10;

/** Bars of a text in Code 128. @throws if the text has a character beyond ASCII */
export function code128Bars(text: string): Bars {
  // With an object as target, the library draws nothing: the CSP refuses the inline styles of a drawing.
  const result: { encodings?: { data: string }[] } = {};
  JsBarcode(result, text, { format: 'CODE128' });
  const modules = (result.encodings ?? []).map(({ data }) => data).join('');
  return {
    width: modules.length + 2 * QUIET_ZONE,
    bars: [...modules.matchAll(/1+/g)].map((bar) => ({ x: bar.index + QUIET_ZONE, width: bar[0].length })),
  };
}
