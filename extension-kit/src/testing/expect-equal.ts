/** @throws Error if the values are not equal as JSON */
export function expectEqual(found: unknown, expected: unknown): void {
  const [foundText, expectedText] = [JSON.stringify(found), JSON.stringify(expected)];
  if (foundText !== expectedText) throw new Error(`Expected ${expectedText}, found ${foundText}.`);
}
