/**
 * JSON or hex texts of many rows as one parameter, one line per row. Neither contains a raw line break, so
 * nothing has to be escaped. For an array of long texts, escaping takes longer than all other work of the
 * driver. Unpack with `fromLines`; an empty line is NULL.
 */
export const toLines = (texts: (string | null)[]): string => texts.map((text) => text ?? '').join('\n');

/** SQL that unpacks parameter `n`. */
export const fromLines = (n: number): string => `string_to_array($${n}, E'\\n', '')`;

/**
 * Array parameter of values that need no quotes: ids, numbers, times, booleans, or words from the code. The
 * driver would check and quote each of them. Never for text from users.
 */
export const plainArray = (values: (string | number | boolean | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;
