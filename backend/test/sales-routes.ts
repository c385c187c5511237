import { admin, type ApiRoute, fixedPath, operator, type WorkspaceIds, viewer } from './api-route';

const personPath =
  (rest = '') =>
  (ids: WorkspaceIds): string =>
    `/api/people/${ids.buyerId}${rest}`;
const reportPath =
  (rest: string, query = '') =>
  (): string =>
    `/api/reports/sales${rest}?from=2026-01-01&to=2026-01-31${query}`;
const basketPath =
  (rest = '') =>
  ({ basketId }: WorkspaceIds): string =>
    `/api/baskets/${basketId}${rest}`;
const basketsPath = (rest: string) => (): string => `/api/baskets${rest}`;
/** A request body with an outdated basket version. */
const staleBody = ({ basketId }: WorkspaceIds): unknown => ({ baskets: [{ id: basketId, version: '0' }] });
const stepRoutes = ['request', 'pay', 'pack', 'ship', 'cancel', 'undo'].map(
  (step) => [`POST /api/baskets/${step}`, operator(basketsPath(`/${step}`), { body: staleBody })] as const,
);

/** Routes for buyers across shows, their baskets, and sales reports. */
export const SALES_ROUTES: Record<string, ApiRoute> = {
  'GET /api/people': operator(fixedPath('/api/people'), { ownData: true }),
  'GET /api/people/tags': operator(fixedPath('/api/people/tags'), { ownData: true }),
  'GET /api/people/{id}': operator(personPath()),
  'GET /api/people/{id}/shows': operator(personPath('/shows')),
  'GET /api/people/{id}/merge-preview': operator((ids) =>
    personPath(`/merge-preview?with=${ids.otherBuyerId}`)(ids),
  ),
  'PATCH /api/people/{id}': operator(personPath(), { body: () => ({ tags: ['regular'] }) }),
  'DELETE /api/people/{id}/merges/{mergeId}': operator((ids) => personPath(`/merges/${ids.mergeId}`)(ids)),
  'POST /api/people/{id}/merges': operator(personPath('/merges'), {
    body: ({ otherBuyerId }) => ({ with: otherBuyerId }),
  }),
  'GET /api/baskets': viewer(basketsPath(''), { ownData: true }),
  'GET /api/baskets/totals': viewer(basketsPath('/totals'), { ownData: true }),
  'GET /api/baskets/pick-list': viewer(basketsPath('/pick-list'), { ownData: true }),
  'GET /api/baskets/labels': viewer(({ basketId }) => `/api/baskets/labels?ids=${basketId}`),
  'GET /api/baskets/settings': viewer(basketsPath('/settings'), { ownData: true }),
  'PATCH /api/baskets/settings': admin(basketsPath('/settings'), {
    body: () => ({ howToPay: 'Cash' }),
    ownData: true,
  }),
  'GET /api/baskets/{id}': viewer(basketPath()),
  'GET /api/baskets/{id}/text': viewer(basketPath('/text')),
  'PUT /api/baskets/{id}/extras': operator(basketPath('/extras'), {
    body: () => ({ version: '0', extras: [{ label: 'Shipping', amount: 100 }] }),
  }),
  ...Object.fromEntries(stepRoutes),
  'GET /api/reports/sales': operator(reportPath(''), { ownData: true }),
  'GET /api/reports/sales/items': operator(reportPath('/items'), { ownData: true }),
  'GET /api/reports/sales/buyers': operator(reportPath('/buyers'), { ownData: true }),
  'GET /api/reports/sales/shows': operator(reportPath('/shows'), { ownData: true }),
  'GET /api/reports/sales/unsold': operator(reportPath('/unsold'), { ownData: true }),
  'GET /api/reports/sales/export': operator(reportPath('/export', '&table=items'), { ownData: true }),
};
