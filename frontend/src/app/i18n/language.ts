import { LANGUAGES, type Language } from '@sellary/contracts';

/**
 * English with accents and brackets, and 40% longer, which reveals hard-coded text and layouts that are too
 * tight. Not offered to users.
 */
export const PSEUDO_LOCALE = 'en-XA';
export type ConsoleLanguage = Language | typeof PSEUDO_LOCALE;

/** Each language's own name, so that users recognize their language on a page in any language. */
export const LANGUAGE_NAMES = { en: 'English', es: 'Español', th: 'ไทย' } as const satisfies Record<
  Language,
  string
>;

const STORAGE_KEY = 'sellary.language';
const SOURCE_LANGUAGE: Language = LANGUAGES[0];
const SUPPORTED: readonly ConsoleLanguage[] = [...LANGUAGES, PSEUDO_LOCALE];

/**
 * The language in the address (`?lang=`), then the one chosen on this device, then the browser's first
 * supported language, then English.
 */
export function chosenLanguage(): ConsoleLanguage {
  return (
    supportedLanguage(new URLSearchParams(location.search).get('lang')) ??
    storedLanguage() ??
    browserLanguage() ??
    SOURCE_LANGUAGE
  );
}

/**
 * Stores the language on this device. It takes effect at the next page load, even before sign-in.
 * @returns false if the browser does not allow storage
 */
export function storeLanguage(language: ConsoleLanguage): boolean {
  try {
    localStorage.setItem(STORAGE_KEY, language);
    return true;
  } catch {
    return false;
  }
}

/** The page's current language. English if the chosen language could not be loaded. */
export function pageLanguage(): ConsoleLanguage {
  return supportedLanguage(document.documentElement.lang) ?? SOURCE_LANGUAGE;
}

function storedLanguage(): ConsoleLanguage | null {
  try {
    return supportedLanguage(localStorage.getItem(STORAGE_KEY));
  } catch {
    return null;
  }
}

function browserLanguage(): Language | null {
  for (const tag of navigator.languages) {
    const language = LANGUAGES.find((supported) => supported === tag.split('-')[0]?.toLowerCase());
    if (language !== undefined) return language;
  }
  return null;
}

const supportedLanguage = (tag: string | null): ConsoleLanguage | null =>
  SUPPORTED.find((language) => language === tag) ?? null;
