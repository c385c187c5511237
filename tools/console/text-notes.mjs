/**
 * Removes translator notes from texts in compiled code, because a text is found by its id alone.
 * @param {string} code
 * @returns {string}
 */
export const withoutTextNotes = (code) => code.replaceAll(/(\$localize`):[^`@:]*@@/g, '$1:@@');
