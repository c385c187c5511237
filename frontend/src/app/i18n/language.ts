import { LANGUAGES, type Language } from '@sellary/contracts';

/**
 * English with accents, brackets and 40 % more length: shows texts that are not translatable, and layouts
 * that are too tight. Never offered.
 */
export const PSEUDO_LOCALE = 'en-XA';
export type ConsoleLanguage = Language | typeof PSEUDO_LOCALE;

/** Each language in its own words: a reader finds it whatever language the page is in. */
export const LANGUAGE_NAMES = { en: 'English', es: 'Español', th: 'ไทย' } as const satisfies Record<
  Language,
  string
>;

const STORAGE_KEY = 'sellary.language';
const SOURCE: Language = LANGUAGES[0];
const SUPPORTED: readonly ConsoleLanguage[] = [...LANGUAGES, PSEUDO_LOCALE];

/**
 * The language asked for by the address (`?lang=`), else chosen on this device, else the first one of the
 * browser that the console has, else English.
 */
export function chosenLanguage(): ConsoleLanguage {
  return (
    supported(new URLSearchParams(location.search).get('lang')) ??
    storedLanguage() ??
    browserLanguage() ??
    SOURCE
  );
}

/**
 * Stores the language on this device, for the pages before sign-in. @returns false when the browser stores
 * nothing
 */
export function storeLanguage(language: ConsoleLanguage): boolean {
  try {
    localStorage.setItem(STORAGE_KEY, language);
    return true;
  } catch {
    return false;
  }
}

/** The language of the page as it is now. English when the chosen one could not be loaded. */
export function pageLanguage(): ConsoleLanguage {
  return supported(document.documentElement.lang) ?? SOURCE;
}

function storedLanguage(): ConsoleLanguage | null {
  try {
    return supported(localStorage.getItem(STORAGE_KEY));
  } catch {
    return null;
  }
}

function browserLanguage(): Language | null {
  for (const tag of navigator.languages) {
    const language = LANGUAGES.find((one) => one === tag.split('-')[0]?.toLowerCase());
    if (language !== undefined) return language;
  }
  return null;
}

const supported = (tag: string | null): ConsoleLanguage | null =>
  SUPPORTED.find((language) => language === tag) ?? null;
