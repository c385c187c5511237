/** The number that most likely comes next: one more than the last item's, with its prefix and its zeros. */
export function nextNumber(numbers: readonly string[]): string {
  const last = numbers.at(-1);
  if (last === undefined) return '1';
  const match = /^(.*?)(\d+)$/.exec(last);
  if (!match) return '';
  const [, prefix = '', digits = ''] = match;
  return prefix + String(Number(digits) + 1).padStart(digits.length, '0');
}
