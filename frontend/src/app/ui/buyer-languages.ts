import { BUYER_LANGUAGES, type BuyerLanguage } from '@sellary/contracts';
import { FORMAT_LOCALE } from '../i18n/format-locale';

const NAMES = new Intl.DisplayNames(FORMAT_LOCALE, { type: 'language' });

export const languageName = (language: BuyerLanguage): string => NAMES.of(language) ?? language;

/** Languages, sorted by their names in the page's language. */
export const languageChoices = (): { value: BuyerLanguage; name: string }[] =>
  BUYER_LANGUAGES.map((value) => ({ value, name: languageName(value) })).sort((a, b) =>
    a.name.localeCompare(b.name, FORMAT_LOCALE),
  );
