import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { safeReturnUrl } from './return-url';
import { SessionStore } from './session-store';

/** Signed-in people only; others come back here after signing in. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.ready();
  if (session.phase() === 'signed-in' || session.phase() === 'expired') return true;
  return router.createUrlTree(['/login'], { queryParams: state.url === '/' ? {} : { return: state.url } });
};

/** Login and register mean nothing to someone who is signed in. */
export const signedOut: CanActivateFn = async (route) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.ready();
  return session.phase() === 'signed-in' ? router.parseUrl(safeReturnUrl(route.queryParamMap.get('return'))) : true;
};
