/**
 * The name of the next show in a series: `Friday sale 12` becomes `Friday sale 13`. A date, year, or time at
 * the end is kept, because the next one is not known.
 */
export function nextName(name: string): string {
  const [, before, digits] = /^(.*[^\d/.:-])(\d{1,4})$/u.exec(name.trim()) ?? [];
  if (before === undefined || digits === undefined || isYear(digits)) return name;
  return `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}

const isYear = (digits: string): boolean => /^(19|20)\d\d$/.test(digits);
