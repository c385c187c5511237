/** Languages of the console, as BCP 47 tags. The first language is the source of the translations. */
export const LANGUAGES = ['en', 'es', 'th'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Claim and pass words of a new workspace, by the language in which its owner created it. */
export const WORDS_BY_LANGUAGE: Readonly<Record<Language, { claimWords: string[]; passWords: string[] }>> = {
  en: { claimWords: ['sold'], passWords: ['pass'] },
  es: { claimWords: ['mío', 'mía'], passWords: ['paso'] },
  th: { claimWords: ['cf', 'เอา'], passWords: ['cc', 'ยกเลิก'] },
};
