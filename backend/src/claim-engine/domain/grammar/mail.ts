import type { Token } from './tokens';

/** Characters that an email address may contain besides letters and digits. */
const EMAIL_CHARACTERS = "._-+@'";

function isAddressToken(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'word' ||
      token.kind === 'number' ||
      (token.kind === 'sign' && EMAIL_CHARACTERS.includes(token.text)))
  );
}

/**
 * Returns the number of tokens in the email address that begins at `index`, or 0 if there is none. Digits in
 * an email address are never an item number. Returns 0 inside a run of glued tokens, so that parsing a whole
 * comment takes linear time.
 */
export function emailAddressLength(tokens: readonly Token[], index: number): number {
  const first = tokens[index];
  if (!first || first.kind === 'sign' || !isAddressToken(first)) return 0;
  if (first.glued && isAddressToken(tokens[index - 1])) return 0;
  let atSign = 0;
  let dot = 0;
  let end = index + 1;
  for (; tokens[end]?.glued === true && isAddressToken(tokens[end]); end++) {
    if (tokens[end]?.text === '@') atSign = end;
    else if (tokens[end]?.text === '.') dot = end;
  }
  while (tokens[end - 1]?.kind === 'sign') end--;
  return atSign > index && dot > atSign + 1 && dot < end - 1 ? end - index : 0;
}
