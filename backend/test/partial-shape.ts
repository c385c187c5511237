/** A matcher that checks only the given fields of a value, at every depth. */
export const partialMatcher = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(partialMatcher)
    : typeof value === 'object' && value !== null
      ? expect.objectContaining(partialShape(value))
      : value;
export const partialShape = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, partialMatcher(part)]));
