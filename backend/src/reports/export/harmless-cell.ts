// What Excel, LibreOffice or Sheets take for the beginning of a formula; the far ones are read as the near
// ones by some of them.
const STARTS = '=+\\-@\\u2212\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B';
// What they skip, or drop on the way in, before they look for it.
const SKIPPED = '[\\s"\'\\p{Cc}\\p{Cf}\\u115F\\u1160\\u3164\\uFFA0]*';
const AT_START = new RegExp(`^(?:[\\t\\r\\n]|${SKIPPED}[${STARTS}])`, 'u');
// If semicolons or tabs separate a list (as in most of Europe), these begin a new cell, quoted or not.
const AFTER_SEPARATOR = new RegExp(`([;\\t\\r\\n]${SKIPPED})(?=[${STARTS}])`, 'gu');

/**
 * Makes a text that no spreadsheet executes: an apostrophe precedes anything that could begin a formula, at
 * the start of the cell and after every character that separates cells elsewhere. Other texts stay unchanged.
 * Nothing is removed, so the original can be restored.
 */
export function harmless(text: string): string {
  const inside = text.replace(AFTER_SEPARATOR, "$1'");
  return AT_START.test(text) ? `'${inside}` : inside;
}
