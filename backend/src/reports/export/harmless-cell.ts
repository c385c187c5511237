// Characters that Excel, LibreOffice, or Sheets read as the beginning of a formula. Some of these programs accept
// full-width and small forms as well.
const STARTS = '=+\\-@\\u2212\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B';
// Characters that these programs skip or remove before they check for a formula.
const SKIPPED = '[\\s"\'\\p{Cc}\\p{Cf}\\u115F\\u1160\\u3164\\uFFA0]*';
const AT_START = new RegExp(`^(?:[\\t\\r\\n]|${SKIPPED}[${STARTS}])`, 'u');
// In some countries, including most of Europe, spreadsheets separate cells with semicolons or tabs. There,
// these characters begin a new cell, even inside quotes.
const AFTER_SEPARATOR = new RegExp(`([;\\t\\r\\n]${SKIPPED})(?=[${STARTS}])`, 'gu');

/**
 * Returns text that no spreadsheet runs as a formula. Puts an apostrophe before anything that could begin a
 * formula, at the start of the cell and after every character that separates cells in some countries. All
 * other text is left unchanged. Nothing is removed, so the original can be restored.
 */
export function escapeFormulas(text: string): string {
  const escaped = text.replace(AFTER_SEPARATOR, "$1'");
  return AT_START.test(text) ? `'${escaped}` : escaped;
}
