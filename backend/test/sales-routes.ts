import { admin, type ApiRoute, fixedPath, operator, type Stage, viewer } from './api-route';

const STEPS = ['request', 'pay', 'pack', 'ship', 'cancel', 'undo'];
const person =
  (rest = '') =>
  (stage: Stage): string =>
    `/api/people/${stage.buyerId}${rest}`;
const report =
  (rest: string, query = '') =>
  (): string =>
    `/api/reports/sales${rest}?from=2026-01-01&to=2026-01-31${query}`;
const basket =
  (rest = '') =>
  ({ basketId }: Stage): string =>
    `/api/baskets/${basketId}${rest}`;
const path = (rest: string) => (): string => `/api/baskets${rest}`;
// A body with an old version of the basket.
const stale = ({ basketId }: Stage): unknown => ({ baskets: [{ id: basketId, version: '0' }] });
const steps = STEPS.map((step) => [`POST /api/baskets/${step}`, operator(path(`/${step}`), { body: stale })]);

/** Routes of buyers across shows, their baskets, and reports of sales. */
export const SALES_ROUTES: Record<string, ApiRoute> = {
  'GET /api/people': operator(fixedPath('/api/people'), { ownData: true }),
  'GET /api/people/tags': operator(fixedPath('/api/people/tags'), { ownData: true }),
  'GET /api/people/{id}': operator(person()),
  'GET /api/people/{id}/shows': operator(person('/shows')),
  'GET /api/people/{id}/merge-preview': operator((stage) =>
    person(`/merge-preview?with=${stage.otherBuyerId}`)(stage),
  ),
  'PATCH /api/people/{id}': operator(person(), { body: () => ({ tags: ['regular'] }) }),
  'DELETE /api/people/{id}/merges/{mergeId}': operator((stage) => person(`/merges/${stage.mergeId}`)(stage)),
  'POST /api/people/{id}/merges': operator(person('/merges'), {
    body: ({ otherBuyerId }) => ({ with: otherBuyerId }),
  }),
  'GET /api/baskets': viewer(path(''), { ownData: true }),
  'GET /api/baskets/totals': viewer(path('/totals'), { ownData: true }),
  'GET /api/baskets/pick-list': viewer(path('/pick-list'), { ownData: true }),
  'GET /api/baskets/labels': viewer(({ basketId }) => `/api/baskets/labels?ids=${basketId}`),
  'GET /api/baskets/settings': viewer(path('/settings'), { ownData: true }),
  'PATCH /api/baskets/settings': admin(path('/settings'), {
    body: () => ({ howToPay: 'Cash' }),
    ownData: true,
  }),
  'GET /api/baskets/{id}': viewer(basket()),
  'GET /api/baskets/{id}/text': viewer(basket('/text')),
  'PUT /api/baskets/{id}/extras': operator(basket('/extras'), {
    body: () => ({ version: '0', extras: [{ label: 'Shipping', amount: 100 }] }),
  }),
  ...(Object.fromEntries(steps) as Record<string, ApiRoute>),
  'GET /api/reports/sales': operator(report(''), { ownData: true }),
  'GET /api/reports/sales/items': operator(report('/items'), { ownData: true }),
  'GET /api/reports/sales/buyers': operator(report('/buyers'), { ownData: true }),
  'GET /api/reports/sales/shows': operator(report('/shows'), { ownData: true }),
  'GET /api/reports/sales/unsold': operator(report('/unsold'), { ownData: true }),
  'GET /api/reports/sales/export': operator(report('/export', '&table=items'), { ownData: true }),
};
