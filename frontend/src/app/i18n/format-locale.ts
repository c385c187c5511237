import { pageLanguage } from './language';

/** Used if the browser lists no variant of the language. `es` would group digits as in Spain. */
const FALLBACK_LOCALES: Partial<Record<string, string>> = { es: 'es-419' };

/**
 * Locale for dates and numbers: the browser's variant of the page's language, such as en-GB, so that dates
 * look as they do elsewhere on the device.
 */
export const FORMAT_LOCALE = formatLocale(pageLanguage(), navigator.languages);

/** Time zone of this device, such as "Asia/Bangkok". */
export const deviceTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function formatLocale(language: string, browserLanguages: readonly string[]): string {
  const base = language.split('-')[0] ?? language;
  const isUsable = (tag: string): boolean => tag.split('-')[0]?.toLowerCase() === base && isLocale(tag);
  const locale = browserLanguages.find(isUsable) ?? base;
  return FALLBACK_LOCALES[locale] ?? locale;
}

/** Browsers on systems without a locale may report a tag such as `en-US@posix`, which no formatter accepts. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** "1,204" */
export function formatNumber(value: number): string {
  return value.toLocaleString(FORMAT_LOCALE);
}

const MEGABYTES = new Intl.NumberFormat(FORMAT_LOCALE, { style: 'unit', unit: 'megabyte' });

/** "10 MB": a limit in whole megabytes. */
export function formatMegabytes(bytes: number): string {
  return MEGABYTES.format(Math.floor(bytes / 1e6));
}
