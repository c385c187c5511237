/**
 * Removes the notes for translators from the texts of compiled code. The texts are found by their ids.
 * @param {string} code
 * @returns {string}
 */
export const withoutTextNotes = (code) => code.replaceAll(/(\$localize`):[^`@:]*@@/g, '$1:@@');
