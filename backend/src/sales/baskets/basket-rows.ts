import type {
  BasketExtra,
  BasketHold,
  BasketRow,
  BasketSettings,
  BasketState,
  Currency,
} from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { type BasketBuyers, readBasketBuyers } from './basket-buyers';
import { LINE_IS_COUNTED, LINE_JOINS, PRICE, WON_AT } from './basket-lines';

/** A basket with the sums of its lines. Amounts are in minor units. */
export interface BasketRecord {
  id: string;
  showId: string | null;
  showName: string | null;
  /** The person who now has the basket's account. */
  personId: string;
  currency: Currency | null;
  number: number;
  state: BasketState;
  /** Version that a step must specify, made of `rowVersion` and a digest of the lines. */
  version: string;
  rowVersion: number;
  extras: BasketExtra[];
  requestedAt: Date | null;
  requestedTotal: number | null;
  paidAt: Date | null;
  method: string | null;
  reference: string | null;
  packedAt: Date | null;
  shippedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  units: number;
  unpricedUnits: number;
  amount: number;
  extrasAmount: number;
  /**
   * End of the shows, or the time of the first win if that is later or the shows are still running. Null if
   * there are no units.
   */
  unpaidFrom: Date | null;
  holdEndsAt: Date | null;
  /** The step that an undo would revert, or null if there is none. */
  stepToUndo: BasketRow['undoes'];
}

export type HoldRule = BasketSettings['hold'] & {
  /**
   * Time of the rule's latest change, in ISO 8601, or null if it never changed. A new rule must not
   * immediately release units sold before the change.
   */
  since: string | null;
};

/** Value for the queries' `hold` parameter. */
export const holdParameter = ({ hours, atEnd, since }: HoldRule): string =>
  JSON.stringify({ hours: atEnd === 'nothing' ? 0 : hours, since: atEnd === 'release' ? since : null });

/** SQL for the code of basket `b`. */
export const BASKET_CODE = `upper(right(replace(b.id::text, '-', ''), 10))`;

const START_WITHOUT_REQUEST = 'greatest(l.ended_at, l.last_won, b.hold_from)';
/**
 * The hold starts when payment is requested. Without a request, it starts when all of the basket's shows have
 * ended. It starts again with each unit won later. If the shows ended before the workspace chose to release
 * units, a basket without a payment request has no hold.
 */
const holdStarts = (since: string): string => `CASE
  WHEN b.requested_at IS NOT NULL THEN greatest(b.requested_at, l.last_won, b.hold_from, ${since})
  WHEN l.ended AND (${since} IS NULL OR ${START_WITHOUT_REQUEST} >= ${since}) THEN ${START_WITHOUT_REQUEST} END`;

/**
 * FROM clause for baskets `b` with their sums `l`. `hold` is the SQL parameter that contains `holdParameter`.
 */
export const basketsFrom = (hold: string): string => `baskets b
  LEFT JOIN shows h ON h.id = b.show_id LEFT JOIN person_accounts a ON a.buyer_id = b.person_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS units, count(*) FILTER (WHERE ${PRICE} IS NULL)::int AS unpriced,
      coalesce(sum(${PRICE}), 0)::bigint AS amount, max(${WON_AT}) AS last_won, min(${WON_AT}) AS first_won,
      coalesce(bool_and(s.status = 'ended'), false) AS ended, max(s.ended_at) AS ended_at,
      substr(md5(coalesce(string_agg(n.claim_id::text || ':' || coalesce(${PRICE}::text, ''), ',' ORDER BY n.claim_id), '')), 1, 12) AS digest
    FROM basket_lines n ${LINE_JOINS} WHERE n.basket_id = b.id AND ${LINE_IS_COUNTED}) l
  CROSS JOIN LATERAL (SELECT CASE WHEN ${hoursIn(hold)} > 0 AND b.state IN ('open', 'requested')
      THEN (${holdStarts(`(${hold}::jsonb->>'since')::timestamptz`)}) + make_interval(hours => ${hoursIn(hold)}) END AS ends_at) t`;

const hoursIn = (hold: string): string => `(${hold}::jsonb->>'hours')::int`;

const COLUMNS = `b.id, b.show_id AS "showId", h.name AS "showName", coalesce(a.person_id, b.person_id) AS "personId", b.currency, b.number, b.state,
  b.version || '-' || l.digest AS version, b.version AS "rowVersion", b.extras, b.requested_at AS "requestedAt", b.requested_total AS "requestedTotal",
  b.paid_at AS "paidAt", b.method, b.reference, b.packed_at AS "packedAt", b.shipped_at AS "shippedAt", b.created_at AS "createdAt", b.updated_at AS "updatedAt",
  l.units, l.unpriced AS "unpricedUnits", l.amount, coalesce((SELECT sum((e->>'amount')::bigint) FROM jsonb_array_elements(b.extras) e), 0)::bigint AS "extrasAmount",
  CASE WHEN l.ended THEN greatest(l.ended_at, l.first_won) ELSE l.first_won END AS "unpaidFrom", t.ends_at AS "holdEndsAt",
  CASE WHEN b.state = 'shipped' THEN NULL ELSE (SELECT g.step FROM basket_changes g
    WHERE g.basket_id = b.id AND NOT g.undone AND g.step NOT IN ('undo', 'extras') ORDER BY g.id DESC LIMIT 1) END AS "stepToUndo"`;

/** SELECT for BasketRecords. `hold` is the same as in `basketsFrom`. */
export const basketSelect = (hold: string): string => `SELECT ${COLUMNS} FROM ${basketsFrom(hold)}`;

/** Reads the workspace's baskets, in the order of `ids`. */
export const readBasketRecords = (
  reader: Reader,
  workspaceId: string,
  ids: readonly string[],
  hold: HoldRule,
): Promise<BasketRecord[]> =>
  reader.query<BasketRecord>(
    `${basketSelect('$3')} WHERE b.workspace_id = $1 AND b.id = ANY($2::uuid[]) ORDER BY array_position($2::uuid[], b.id)`,
    [workspaceId, ids, holdParameter(hold)],
  );

/** The baskets as the API returns them. `now` is in ms since the epoch. */
export async function toBasketRows(
  reader: Reader,
  records: readonly BasketRecord[],
  hold: HoldRule,
  now: number,
): Promise<BasketRow[]> {
  const buyers = await readBasketBuyers(
    reader,
    records.map(({ personId }) => personId),
  );
  return records.map((record) => toBasketRow(record, buyers, hold, now));
}

const codeOf = (id: string): string => id.replaceAll('-', '').slice(-10).toUpperCase();

export const totalOf = ({ amount, extrasAmount }: Pick<BasketRecord, 'amount' | 'extrasAmount'>): number =>
  amount + extrasAmount;

function toBasketRow(record: BasketRecord, buyers: BasketBuyers, hold: HoldRule, now: number): BasketRow {
  const { id, currency, personId } = record;
  const isoOf = (time: Date | null): string | null => time?.toISOString() ?? null;
  return {
    id,
    code: codeOf(id),
    version: record.version,
    state: record.state,
    number: record.number,
    show: record.showId === null ? null : { id: record.showId, name: record.showName ?? '' },
    buyer: buyers.get(personId) ?? { id: personId, name: '', accounts: [], language: null },
    units: record.units,
    unpricedUnits: record.unpricedUnits,
    ...(currency === null
      ? {}
      : { currency, amount: record.amount, extrasAmount: record.extrasAmount, total: totalOf(record) }),
    openedAt: (record.unpaidFrom ?? record.createdAt).toISOString(),
    requestedAt: isoOf(record.requestedAt),
    ...(currency === null || record.requestedTotal === null ? {} : { requestedTotal: record.requestedTotal }),
    paidAt: isoOf(record.paidAt),
    method: record.method,
    reference: record.reference,
    packedAt: isoOf(record.packedAt),
    shippedAt: isoOf(record.shippedAt),
    ...holdOf(record, hold, now),
    undoes: record.stepToUndo,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}

function holdOf({ holdEndsAt }: BasketRecord, { atEnd }: HoldRule, now: number): { hold?: BasketHold } {
  if (holdEndsAt === null) return {};
  return { hold: { endsAt: holdEndsAt.toISOString(), overdue: holdEndsAt.getTime() <= now, atEnd } };
}
