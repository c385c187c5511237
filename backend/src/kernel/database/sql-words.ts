/**
 * Renders a closed list of words for `IN`: `('winner', 'waitlist')`. PostgreSQL uses a partial index only if
 * it knows the words when it plans the statement, so the words cannot be a parameter.
 * @throws Error if the list is empty or a word would have to be quoted
 */
export function sqlWords(words: readonly string[]): string {
  const invalid = words.find((word) => !/^[a-z_]+$/.test(word));
  if (invalid !== undefined || words.length === 0) {
    throw new Error(`Not a list of plain words: ${JSON.stringify(words)}`);
  }
  return `(${words.map((word) => `'${word}'`).join(', ')})`;
}
