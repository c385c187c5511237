/** Languages of the console, as BCP 47 tags. The first one is the source language for translations. */
export const LANGUAGES = ['en', 'es', 'th'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A new workspace's claim and pass words, by the language in which its owner created it. */
export const WORDS_BY_LANGUAGE: Readonly<Record<Language, { claimWords: string[]; passWords: string[] }>> = {
  en: { claimWords: ['sold'], passWords: ['pass'] },
  es: { claimWords: ['mío', 'mía'], passWords: ['paso'] },
  th: { claimWords: ['cf', 'เอา'], passWords: ['cc', 'ยกเลิก'] },
};
