/**
 * Removes the notes for translators from the texts of compiled code: a text is found by its id alone.
 * @param {string} code
 * @returns {string}
 */
export const withoutTextNotes = (code) => code.replaceAll(/(\$localize`):[^`@:]*@@/g, '$1:@@');
