/** Returns the requested path, or `/` if it leads to another site or to the sign-in page. */
export function safeReturnUrl(requested: string | null | undefined): string {
  return requested && /^\/(?![/\\])/.test(requested) && !requested.startsWith('/login') ? requested : '/';
}
