import type { Json } from '../http/json';
import type { SimPage } from '../world/shapes';
import type { Call } from './call';
import { missingObject } from '../errors/graph-error';
import type { Field } from './fields';
import { PAGE } from './page-node';
import { project, requestedFields, type NodeType } from './projection';
import { requireScope } from './rights';

interface Business {
  id: string;
  name: string;
  pages: readonly SimPage[];
}

const listPages = ({ pages }: Business, call: Call, { subfields }: Field): Json => ({
  data: pages.map((page) => project(PAGE, page, call, subfields)),
});

const BUSINESS: NodeType<Business> = {
  name: 'Business',
  defaults: ['name'],
  fields: {
    name: ({ name }) => name,
    owned_pages: listPages,
    client_pages: (): Json => ({ data: [] }),
  },
};

/**
 * `/me/businesses`: the user's business portfolio, with the pages that it owns. It also lists pages that were
 * not granted to the app, without an `access_token`, to catch clients that rely on the token.
 */
export function listBusinesses(call: Call, id: string): Json {
  if (call.token.kind !== 'USER' || call.token.subject !== id) throw missingObject(id);
  requireScope(call, 'business_management');
  const pages = [...call.platform.world.pages.values()].filter(({ portfolio }) => portfolio);
  const businesses = pages.length === 0 ? [] : [{ id: '4000001', name: 'Robin Seller Group', pages }];
  return { data: businesses.map((business) => project(BUSINESS, business, call, requestedFields(call))) };
}
