import { missingObject, missingPermission } from '../errors/graph-error';
import type { SimPage } from '../world/shapes';
import type { Call } from './call';

/**
 * @throws GraphError code 10 or 200 (or 100/33, if a switch is set) if the person behind the token has not
 * granted the scope
 */
export function requireScope({ platform, token, incoming }: Call, scope: string, code: 10 | 200 = 10): void {
  if (platform.grants.has(token.subject, scope)) return;
  throw platform.switches.permissionsAsMissing
    ? missingObject(incoming.segments.at(1) ?? '')
    : missingPermission(scope, code);
}

/**
 * Accepts the page's own token, or the token of a person who granted the app access to this page. Other
 * tokens get the same error as for a page that does not exist.
 */
export function requirePage(call: Call, page: SimPage): void {
  if (!hasPageAccess(call, page)) throw missingObject(page.id, call.incoming.method.toLowerCase());
}

export function hasPageAccess({ platform, token }: Pick<Call, 'platform' | 'token'>, page: SimPage): boolean {
  if (token.kind === 'PAGE') return token.pageId === page.id;
  return token.kind === 'USER' && platform.grants.grantOf(token.subject)?.pageIds.has(page.id) === true;
}

/**
 * @throws GraphError 100/33 if the token has no access to the page; code 200 (or 100/33, if a switch is set)
 * if the token is not the page's own or lacks the permission
 */
export function requirePageToken(call: Call, page: SimPage, scope: string): void {
  requirePage(call, page);
  if (call.token.kind !== 'PAGE') throw missingPermission(scope, 200);
  requireScope(call, scope, 200);
}

/**
 * Reports whether the token may see authors. Only the owning page's token may, and only with the user content
 * permission and with `omitFrom` off.
 */
export function maySeeAuthors({ platform, token }: Call, ownerId: string): boolean {
  return (
    token.kind === 'PAGE' &&
    token.pageId === ownerId &&
    !platform.switches.omitFrom &&
    platform.grants.has(token.subject, 'pages_read_user_content')
  );
}
