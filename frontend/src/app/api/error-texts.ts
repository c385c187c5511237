import type { ErrorCode } from '@sellary/contracts';
import { pageLanguage } from '../i18n/language';

let texts: Partial<Record<ErrorCode, string>> = {};

/** Loads the texts for error codes, unless the page is in English and thus never shows them. */
export async function loadErrorTexts(): Promise<void> {
  if (pageLanguage() !== 'en') texts = (await import('./error-texts-by-code')).ERROR_TEXTS;
}

/**
 * The message for a rejected call, in the page's language. In English, the server's own message is more
 * precise.
 */
export function errorText(code: ErrorCode, message: string): string {
  return pageLanguage() === 'en' ? message : (texts[code] ?? message);
}
