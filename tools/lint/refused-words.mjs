/**
 * Words rejected in names, comments, and console texts, with the words to use instead. Strings and quotations
 * are not checked, because they may quote viewers.
 * @type {[RegExp, string][]}
 */
const REPLACEMENTS = [
  [
    /behaviour|colour|favour|honour|licence|neighbour|catalogue|(?:normal|organ|recogn|serial|initial|optim|minim|maxim|author|token)is(?:e|ed|er|es|ing|ation)(?![a-z])/i,
    'the American spelling',
  ],
  [/\be-mail/i, 'email'],
  [/\bafterwards\b/i, 'afterward'],
  [/\b(?:nobody|somebody|whoever)\b/i, 'user, operator, viewer, buyer, admin, or caller'],
  [/\bwhom\b/i, 'a sentence with the subject first'],
  [/\b(?:null|undefined|false|true|none|empty) where\b/i, 'if'],
];

const QUOTED = /`[^`\n]*`|"[^"\n]*"/g;

/**
 * @param {string} text
 * @returns {{ word: string, instead: string }[]}
 */
export const refusedWords = (text) =>
  REPLACEMENTS.flatMap(([pattern, instead]) => {
    const word = pattern.exec(text.replace(QUOTED, ''))?.[0];
    return word === undefined ? [] : [{ word, instead }];
  });
