/**
 * JSON or hex texts of many rows as one parameter, a line each: neither ever holds a raw line break, so
 * nothing has to be escaped, which for an array of long texts costs more than everything else the driver
 * does. Unpack with `fromLines`; an empty line is NULL.
 */
export const toLines = (texts: (string | null)[]): string => texts.map((text) => text ?? '').join('\n');

/** The SQL that unpacks parameter `n` again. */
export const fromLines = (n: number): string => `string_to_array($${n}, E'\\n', '')`;

/**
 * Array parameter of ids, numbers, times, booleans, or words of our own, none of which needs quoting: the
 * driver would quote and search each of them. Never for text from users.
 */
export const plainArray = (values: (string | number | boolean | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;
