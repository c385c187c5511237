/** A matcher that checks only the given fields of a value, at every depth. */
export const matching = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(matching)
    : typeof value === 'object' && value !== null
      ? expect.objectContaining(shape(value))
      : value;
export const shape = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, matching(part)]));
