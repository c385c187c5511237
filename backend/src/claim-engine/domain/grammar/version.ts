/**
 * Version stored with every comment. Raise it with every change that may cause a comment to be parsed
 * differently.
 */
export const GRAMMAR_VERSION = '13';
