/**
 * Canonical form in which the engine compares item numbers: `#007` is `7`, `a-12` is `A12`, but `1-2` is not
 * `12`. Used only for early warnings, because the server decides.
 */
export function itemKey(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replace(/(\d)[^\p{L}\p{N}]+(?=\d)/gu, '$1-')
    .replace(/(?<!\d)-|-(?!\d)|[^\p{L}\p{N}-]/gu, '')
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''));
}
