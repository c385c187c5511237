import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { AuthApi } from '../api/auth-api';
import { safeReturnUrl } from './return-url';
import { SessionStore } from './session-store';

/**
 * Lets signed-in users in. Others sign in first, and then return to the page. On a new installation, a
 * visitor to the start page creates the first account instead.
 */
export const requireSignedIn: CanActivateFn = async (_route, state) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  const api = inject(AuthApi);
  await session.ready();
  if (session.phase() === 'signed-in' || session.phase() === 'expired') return true;
  if (state.url === '/' && (await isNewInstallation(api))) return router.parseUrl('/register');
  return router.createUrlTree(['/login'], { queryParams: state.url === '/' ? {} : { return: state.url } });
};

/** Lets signed-out visitors in. Signed-in users go to the page that they wanted to open. */
export const requireSignedOut: CanActivateFn = async (route) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.ready();
  return session.phase() === 'signed-in'
    ? router.parseUrl(safeReturnUrl(route.queryParamMap.get('return')))
    : true;
};

async function isNewInstallation(api: AuthApi): Promise<boolean> {
  const { firstAccount = false } = await api.options().catch(() => ({ firstAccount: false }));
  return firstAccount;
}
