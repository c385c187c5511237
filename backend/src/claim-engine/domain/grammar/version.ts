/** Stored with every comment; raise it with every change that may parse any comment differently. */
export const GRAMMAR_VERSION = '12';
