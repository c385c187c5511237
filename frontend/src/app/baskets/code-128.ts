import JsBarcode from 'jsbarcode';

/** The dark bars of a barcode, in modules from its left edge. A module is the narrowest bar. */
interface Bars {
  readonly width: number;
  readonly bars: readonly { readonly x: number; readonly width: number }[];
}

/** Light modules that scanners need at both sides. */
const QUIET_ZONE = 10;

/** Bars of a text in Code 128. @throws if the text has a character beyond ASCII */
export function code128Bars(text: string): Bars {
  // Given an object, the library returns the modules and draws nothing, so that no inline style is needed.
  const result: { encodings?: { data: string }[] } = {};
  JsBarcode(result, text, { format: 'CODE128' });
  const modules = (result.encodings ?? []).map(({ data }) => data).join('');
  return {
    width: modules.length + 2 * QUIET_ZONE,
    bars: [...modules.matchAll(/1+/g)].map((bar) => ({ x: bar.index + QUIET_ZONE, width: bar[0].length })),
  };
}
