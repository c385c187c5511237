/** Only paths of this site: a link must not be able to send someone elsewhere after signing in. */
export function safeReturnUrl(asked: string | null | undefined): string {
  return asked && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/login') ? asked : '/';
}
