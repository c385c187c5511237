import type { ApiRoute, Stage } from './api-routes';

type Route = (path: ApiRoute['path'], extra?: Omit<ApiRoute, 'minRole' | 'path'>) => ApiRoute;

const STEPS = ['request', 'pay', 'pack', 'ship', 'cancel', 'undo'];

/** The routes of baskets, for the access matrix. @param roles make a route for its lowest role */
export function basketRoutes(
  roles: Record<'viewer' | 'operator' | 'admin', Route>,
): Record<string, ApiRoute> {
  const { viewer, operator, admin } = roles;
  const basket =
    (rest = '') =>
    ({ basketId }: Stage): string =>
      `/api/baskets/${basketId}${rest}`;
  const path = (rest: string) => (): string => `/api/baskets${rest}`;
  // For a basket that has changed since.
  const stale = ({ basketId }: Stage): unknown => ({ baskets: [{ id: basketId, version: '0' }] });
  const steps = STEPS.map((step) => [
    `POST /api/baskets/${step}`,
    operator(path(`/${step}`), { body: stale }),
  ]);
  return {
    'GET /api/baskets': viewer(path(''), { own: true }),
    'GET /api/baskets/totals': viewer(path('/totals'), { own: true }),
    'GET /api/baskets/pick-list': viewer(path('/pick-list'), { own: true }),
    'GET /api/baskets/labels': viewer(({ basketId }) => `/api/baskets/labels?ids=${basketId}`),
    'GET /api/baskets/settings': viewer(path('/settings'), { own: true }),
    'PATCH /api/baskets/settings': admin(path('/settings'), {
      body: () => ({ howToPay: 'Cash' }),
      own: true,
    }),
    'GET /api/baskets/{id}': viewer(basket()),
    'GET /api/baskets/{id}/text': viewer(basket('/text')),
    'PUT /api/baskets/{id}/extras': operator(basket('/extras'), {
      body: () => ({ version: '0', extras: [{ label: 'Shipping', amount: 100 }] }),
    }),
    ...(Object.fromEntries(steps) as Record<string, ApiRoute>),
  };
}
