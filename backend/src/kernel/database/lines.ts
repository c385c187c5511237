/**
 * Packs the JSON or hex strings of many rows into one parameter, one line per row. Neither contains raw line
 * breaks, so nothing has to be escaped. For an array of long strings, escaping takes longer than all of the
 * driver's other work. Unpack with `fromLines`. An empty line is NULL.
 */
export const packLines = (texts: (string | null)[]): string => texts.map((text) => text ?? '').join('\n');

/** SQL that unpacks parameter `n`. */
export const fromLines = (n: number): string => `string_to_array($${n}, E'\\n', '')`;

/**
 * Array parameter for values that need no quotes: ids, numbers, times, booleans, or words from the code. For
 * a normal array, the driver would check and quote each value. Never use it for user input.
 */
export const plainArray = (values: (string | number | boolean | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;
