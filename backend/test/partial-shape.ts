/** A matcher for the given fields of a value, at every depth. Other fields may have any value. */
export const matching = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(matching)
    : typeof value === 'object' && value !== null
      ? expect.objectContaining(shape(value))
      : value;
export const shape = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, matching(part)]));
