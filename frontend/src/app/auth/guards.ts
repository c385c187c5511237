import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { safeReturnUrl } from './return-url';
import { AuthApi } from '../api/auth-api';
import { SessionStore } from './session-store';

/** Lets in signed-in users. Others sign in first, and then return to the page. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.ready();
  if (session.phase() === 'signed-in' || session.phase() === 'expired') return true;
  return router.createUrlTree(['/login'], { queryParams: state.url === '/' ? {} : { return: state.url } });
};

/** Lets in signed-out visitors. Signed-in users go to the page that they wanted to open. */
export const signedOut: CanActivateFn = async (route) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.ready();
  return session.phase() === 'signed-in'
    ? router.parseUrl(safeReturnUrl(route.queryParamMap.get('return')))
    : true;
};

/** On a new installation, the first visitor creates an account instead of signing in. */
export const hasAccounts: CanActivateFn = async (route) => {
  const router = inject(Router);
  const isFirst = await inject(AuthApi)
    .options()
    .then(
      ({ firstAccount = false }) => firstAccount,
      () => false,
    );
  return !isFirst || router.createUrlTree(['/register'], { queryParams: route.queryParams });
};
