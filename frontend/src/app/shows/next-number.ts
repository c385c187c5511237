/** The last number plus 1, with its prefix and leading zeros; empty if it does not end in a digit. */
export function nextNumber(numbers: readonly string[]): string {
  const last = numbers.at(-1);
  if (last === undefined) return '1';
  const match = /^(.*?)(\d+)$/.exec(last);
  if (!match) return '';
  const [, prefix = '', digits = ''] = match;
  return prefix + String(Number(digits) + 1).padStart(digits.length, '0');
}
