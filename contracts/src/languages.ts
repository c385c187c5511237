/**
 * Languages of the console, as BCP 47 tags. The first one is the source that the others are translated from.
 */
export const LANGUAGES = ['en', 'es', 'th'] as const;
export type Language = (typeof LANGUAGES)[number];
