/**
 * Renders words of a closed list for `IN`: `('winner', 'waitlist')`. A condition of a partial index is
 * matched by its text, so the words cannot be a parameter.
 * @throws Error for a word that would have to be quoted
 */
export function sqlWords(words: readonly string[]): string {
  const invalid = words.find((word) => !/^[a-z_]+$/.test(word));
  if (invalid !== undefined || words.length === 0) {
    throw new Error(`Not a list of plain words: ${JSON.stringify(words)}`);
  }
  return `(${words.map((word) => `'${word}'`).join(', ')})`;
}
