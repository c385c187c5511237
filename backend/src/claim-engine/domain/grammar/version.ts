/** Stored with every comment; raise it whenever any comment may be read differently. */
export const GRAMMAR_VERSION = '12';
