/** Returns the requested path, or `/` if it would lead to another site. */
export function safeReturnUrl(requested: string | null | undefined): string {
  return requested && /^\/(?![/\\])/.test(requested) && !requested.startsWith('/login') ? requested : '/';
}
