/** A path of this site: a link must not lead to another site after sign-in. */
export function safeReturnUrl(asked: string | null | undefined): string {
  return asked && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/login') ? asked : '/';
}
