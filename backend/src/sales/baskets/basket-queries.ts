import { type BasketState, type Currency, UNPAID_BASKET_STATES } from '@sellary/contracts';
import type { Keyset } from '../../kernel';
import { ACCOUNTS_OF } from '../people/person-rows';
import { LINE_IS_COUNTED } from './basket-lines';
import { basketsFrom, basketSelect, BASKET_CODE, type HoldRule, holdParameter } from './basket-rows';

export type BasketStateFilter = BasketState | 'unpaid';

export interface BasketFilter {
  show?: string;
  state?: BasketStateFilter[];
  /** Part of a name, handle, or payment reference, or a whole item number or basket code. */
  q?: string;
  overdue?: 'true' | 'false';
  /** Id of any of the person's accounts. */
  person?: string;
}

/** A statement with its values. */
export interface Query {
  sql: string;
  parameters: unknown[];
}

const PERSON = 'coalesce(a.person_id, b.person_id)';
/** SQL for an account's person. */
const PERSON_OF = (account: string): string =>
  `coalesce((SELECT x.person_id FROM person_accounts x WHERE x.buyer_id = ${account}), ${account})`;
/** SQL for a show's baskets, and open boxes that contain one of its units. */
const isInShow = (show: string): string =>
  `(b.show_id = ${show} OR (b.show_id IS NULL AND b.id IN (SELECT n.basket_id FROM basket_lines n JOIN claims c ON c.id = n.claim_id WHERE c.show_id = ${show} AND ${LINE_IS_COUNTED})))`;

const HAS_TEXT = (
  q: string,
  inReferences: boolean,
): string => `(${BASKET_CODE} = upper(${q}) ${inReferences ? `OR strpos(lower(b.reference), ${q}) > 0` : ''}
  OR EXISTS (SELECT 1 FROM people p WHERE p.id = ${PERSON} AND strpos(lower(p.name), ${q}) > 0)
  OR EXISTS (SELECT 1 FROM buyers o WHERE o.id = ANY (${ACCOUNTS_OF(PERSON)})
    AND (strpos(lower(o.handle), ${q}) > 0 OR strpos(lower(o.display_name), ${q}) > 0))
  OR EXISTS (SELECT 1 FROM basket_lines n JOIN claims c ON c.id = n.claim_id JOIN show_items i ON i.id = c.item_id
    WHERE n.basket_id = b.id AND (n.written IS NOT NULL OR c.status = 'winner') AND lower(i.item_number) = ltrim(${q}, '#')))`;

const statesOf = (states: readonly BasketStateFilter[]): BasketState[] =>
  states.flatMap((state) => (state === 'unpaid' ? UNPAID_BASKET_STATES : [state]));

/**
 * Builds the query for a page of BasketRecords. If `inReferences` is true, payment references are also
 * searched. The query contains only the requested filters, so that PostgreSQL's plan fits them.
 */
export function listQuery(
  workspaceId: string,
  { show, state, q, overdue, person }: BasketFilter,
  hold: HoldRule,
  now: number,
  after: Keyset | null,
  limit: number,
  inReferences: boolean,
): Query {
  const parameters: unknown[] = [workspaceId, holdParameter(hold)];
  const bind = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const text = q?.trim().replace(/^@/, '').toLowerCase() ?? '';
  const filters = [
    ...(after === null
      ? []
      : [`(b.created_at, b.id) < (${bind(after.sortValue, 'timestamptz')}, ${bind(after.id, 'uuid')})`]),
    ...(show === undefined ? [] : [isInShow(bind(show, 'uuid'))]),
    ...(state === undefined ? [] : [`b.state = ANY(${bind(statesOf(state), 'text[]')})`]),
    ...(overdue === undefined
      ? []
      : [
          `coalesce(t.ends_at <= ${bind(new Date(now), 'timestamptz')}, false) = ${String(overdue === 'true')}`,
        ]),
    ...(person === undefined ? [] : [`${PERSON} = ${PERSON_OF(bind(person, 'uuid'))}`]),
    ...(text === '' ? [] : [HAS_TEXT(bind(text, 'text'), inReferences)]),
  ];
  const sql = `${basketSelect('$2')} WHERE b.workspace_id = $1 AND l.units > 0 ${filters.map((filter) => `AND ${filter}`).join(' ')}
    ORDER BY b.created_at DESC, b.id DESC LIMIT ${bind(limit, 'int')}`;
  return { sql, parameters };
}

export interface TotalsRow {
  state: BasketState;
  currencyCode: string;
  currency: Currency | null;
  overdue: boolean;
  /** True if paid since `paidSince`. */
  recent: boolean;
  baskets: number;
  units: number;
  total: number;
}

/** Builds the query for sums by state, currency, `overdue`, and `recent`. */
export function totalsQuery(
  workspaceId: string,
  show: string | undefined,
  paidSince: string | undefined,
  hold: HoldRule,
  now: number,
): Query {
  const sql = `SELECT r.state, r."currencyCode", r.currency, r.overdue, r.recent, count(*)::int AS baskets, sum(r.units)::int AS units, sum(r.total)::bigint AS total
    FROM (SELECT b.state, b.currency_code AS "currencyCode", b.currency, coalesce(t.ends_at <= $4, false) AS overdue,
        $5::timestamptz IS NOT NULL AND coalesce(b.paid_at >= $5, false) AS recent, l.units,
        CASE WHEN b.currency IS NULL THEN 0 ELSE l.amount + coalesce((SELECT sum((e->>'amount')::bigint) FROM jsonb_array_elements(b.extras) e), 0) END AS total
      FROM ${basketsFrom('$2')}
      WHERE b.workspace_id = $1 AND l.units > 0 AND ($3::uuid IS NULL OR ${isInShow('$3')})) r
    GROUP BY r.state, r."currencyCode", r.currency, r.overdue, r.recent ORDER BY r."currencyCode", r.state`;
  return {
    sql,
    parameters: [workspaceId, holdParameter(hold), show ?? null, new Date(now), paidSince ?? null],
  };
}
