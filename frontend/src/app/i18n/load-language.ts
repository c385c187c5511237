import { registerLocaleData } from '@angular/common';
import { loadTranslations } from '@angular/localize';
import { type ConsoleLanguage, PSEUDO_LOCALE } from './language';

type Texts = Record<string, string>;
interface LanguageFiles {
  texts: () => Promise<Texts>;
  localeData: () => Promise<unknown>;
}

/** After this time, the page starts in English instead of continuing to wait for the chosen language. */
const MAX_WAIT_MS = 4_000;

const FILES: Record<Exclude<ConsoleLanguage, 'en'>, LanguageFiles> = {
  es: {
    texts: () => fetchTexts('es'),
    localeData: async () => (await import('@angular/common/locales/es')).default,
  },
  th: {
    texts: () => fetchTexts('th'),
    localeData: async () => (await import('@angular/common/locales/th')).default,
  },
  [PSEUDO_LOCALE]: {
    texts: async () => (await import('./pseudo-locale')).pseudoTexts(),
    localeData: () => Promise.resolve(null),
  },
};

/**
 * Loads a language's translations. Call it before the application's modules are imported, because many of
 * them keep texts in constants.
 * @returns the page's language, which is English if `language` cannot be loaded in time
 */
export async function loadLanguage(language: ConsoleLanguage): Promise<ConsoleLanguage> {
  if (language === 'en') return language;
  try {
    const { texts, localeData } = FILES[language];
    const [translations, data] = await withTimeout(Promise.all([texts(), localeData()]));
    loadTranslations(translations);
    if (data !== null) registerLocaleData(data, language);
    return language;
  } catch (failure) {
    console.error(`The translations for ${language} could not be loaded. The page is in English.`, failure);
    return 'en';
  }
}

/** Browsers cache these files, but check for a newer version each time. */
async function fetchTexts(language: string): Promise<Texts> {
  const response = await fetch(`/i18n/${language}.json`, { signal: AbortSignal.timeout(MAX_WAIT_MS) });
  if (!response.ok) throw new Error(`The server responded with ${response.status}`);
  return (await response.json()) as Texts;
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No response within ${MAX_WAIT_MS} ms`)), MAX_WAIT_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
