/** Stored with every comment; raise it whenever any comment may read differently. */
export const GRAMMAR_VERSION = '12';
