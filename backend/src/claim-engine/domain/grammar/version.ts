/** Version stored with every comment. Raise it with every change that may parse any comment differently. */
export const GRAMMAR_VERSION = '13';
