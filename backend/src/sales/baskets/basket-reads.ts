import { Injectable } from '@nestjs/common';
import {
  type Basket,
  BASKET_STATES,
  type BasketChange,
  type BasketList,
  type BasketState,
  type BasketText,
  type BasketTotals,
  type BuyerLanguage,
  UNPAID_BASKET_STATES,
} from '@sellary/contracts';
import {
  ApiError,
  BOUNDED_READ,
  Clock,
  decodeCursor,
  type PageQuery,
  toPage,
  poolReader,
  Transactions,
  type Tx,
} from '../../kernel';
import { DataSource } from 'typeorm';
import { ShowAccess } from '../../shows';
import { readLines, toBasketLine } from './basket-lines';
import { type BasketRecord, type HoldRule, readBasketRecords, toBasketRows } from './basket-rows';
import { BasketRules } from './basket-settings';
import { basketText } from './basket-text';
import { type BasketFilter, listQuery, totalsQuery, type TotalsRow } from './basket-queries';
import type { ChangeDetails } from './basket-change.entity';
import { OpenBaskets } from './open-baskets';
import { basketFor, type BasketCaller, rowFor, maySeeReferences } from './payment-references';

const MAX_HISTORY = 200;

interface BasketsRequest extends PageQuery, BasketFilter {}

/** Reads a workspace's baskets, after putting the units won since the last read into baskets. */
@Injectable()
export class BasketReads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rules: BasketRules,
    private readonly openBaskets: OpenBaskets,
    private readonly showAccess: ShowAccess,
  ) {}

  /**
   * Lists baskets, the newest first.
   * @throws ApiError NOT_FOUND (the show)
   */
  async list(caller: BasketCaller, request: BasketsRequest): Promise<BasketList> {
    const { workspaceId } = caller;
    const { hold } = await this.prepare(workspaceId, request.show);
    const { limit = 50 } = request;
    const now = this.clock.now();
    const { sql, parameters } = listQuery(
      workspaceId,
      request,
      hold,
      now,
      decodeCursor(request.cursor),
      limit + 1,
      maySeeReferences(caller),
    );
    return this.transactions.snapshot(async (tx) => {
      const records = await tx.query<BasketRecord>(sql, parameters);
      const page = toPage(records, limit, ({ createdAt, id }) => ({
        sortValue: createdAt.toISOString(),
        id,
      }));
      const rows = await toBasketRows(tx, page.rows, hold, now);
      return { baskets: rows.map((row) => rowFor(caller, row)), nextCursor: page.nextCursor };
    }, BOUNDED_READ);
  }

  /** @throws ApiError NOT_FOUND */
  async basket(caller: BasketCaller, id: string): Promise<Basket> {
    const { workspaceId } = caller;
    const { hold } = await this.prepareOne(workspaceId, id);
    const basket = await this.transactions.snapshot(
      (tx) => readBasket(tx, workspaceId, id, hold, this.clock.now()),
      BOUNDED_READ,
    );
    return basketFor(caller, basket);
  }

  /** @throws ApiError NOT_FOUND */
  async text(
    caller: BasketCaller,
    id: string,
    { language, timeZone = 'UTC' }: { language?: BuyerLanguage; timeZone?: string },
  ): Promise<BasketText> {
    const basket = await this.basket(caller, id);
    const settings = await this.rules.read(caller.workspaceId);
    return basketText(basket, settings, { language, timeZone, now: this.clock.now() });
  }

  /** @throws ApiError NOT_FOUND (the show) */
  async totals(
    workspaceId: string,
    show: string | undefined,
    paidSince: string | undefined,
  ): Promise<BasketTotals> {
    const { hold } = await this.prepare(workspaceId, show);
    const { sql, parameters } = totalsQuery(workspaceId, show, paidSince, hold, this.clock.now());
    const rows = await this.transactions.snapshot((tx) => tx.query<TotalsRow>(sql, parameters), BOUNDED_READ);
    return toTotals(rows);
  }

  /**
   * Puts the units won since the last read into baskets.
   * @throws ApiError NOT_FOUND (the show)
   */
  async prepare(workspaceId: string, showId?: string): Promise<{ hold: HoldRule }> {
    if (showId !== undefined) await this.showAccess.assertVisible(workspaceId, showId);
    return this.collect(workspaceId, showId);
  }

  /** @throws ApiError NOT_FOUND */
  private async prepareOne(workspaceId: string, id: string): Promise<{ hold: HoldRule }> {
    const [row] = await poolReader(this.dataSource).query<{ showId: string | null }>(
      'SELECT show_id AS "showId" FROM baskets WHERE id = $1 AND workspace_id = $2',
      [id, workspaceId],
    );
    if (row === undefined) throw ApiError.notFound('basket');
    return this.collect(workspaceId, row.showId ?? undefined);
  }

  private async collect(workspaceId: string, showId: string | undefined): Promise<{ hold: HoldRule }> {
    const settings = await this.rules.read(workspaceId);
    // An open box also has units from other shows.
    await this.openBaskets.update(workspaceId, settings.openBox ? null : (showId ?? null), settings);
    return { hold: settings.hold };
  }
}

/** @throws ApiError NOT_FOUND */
export async function readBasket(
  tx: Tx,
  workspaceId: string,
  id: string,
  hold: HoldRule,
  now: number,
): Promise<Basket> {
  const records = await readBasketRecords(tx, workspaceId, [id], hold);
  const [record] = records;
  const [row] = await toBasketRows(tx, records, hold, now);
  if (record === undefined || row === undefined) throw ApiError.notFound('basket');
  const lines = (await readLines(tx, [id])).map(toBasketLine);
  return { ...row, lines, extras: record.extras, history: await readHistory(tx, id) };
}

interface HistoryRow extends Omit<BasketChange, 'at'> {
  at: Date;
  details: ChangeDetails;
}

async function readHistory(tx: Tx, basketId: string): Promise<BasketChange[]> {
  const rows = await tx.query<HistoryRow>(
    `SELECT id, at, by, step, from_state AS "from", to_state AS "to", undone, details FROM basket_changes
     WHERE basket_id = $1 ORDER BY id DESC LIMIT ${MAX_HISTORY}`,
    [basketId],
  );
  return rows.map(({ details: { method, reference, reason, undoes }, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    ...(method === undefined ? {} : { method }),
    ...(reference === undefined ? {} : { reference }),
    ...(reason === undefined ? {} : { reason }),
    ...(undoes === undefined ? {} : { undoes }),
  }));
}

const NO_BASKETS = { baskets: 0, units: 0, total: 0 };

function toTotals(rows: readonly TotalsRow[]): BasketTotals {
  const states = Object.fromEntries(BASKET_STATES.map((state) => [state, 0])) as Record<BasketState, number>;
  // Two shows may store the same currency with different numbers of decimal places, so their minor units
  // differ.
  const byCurrency = new Map<string, BasketTotals['totals'][number]>();
  for (const { state, currencyCode, currency, overdue, recent, ...sum } of rows) {
    states[state] += sum.baskets;
    const key = `${currencyCode} ${currency?.digits ?? ''}`;
    const totals = byCurrency.get(key) ?? {
      ...(currency === null ? {} : { currency }),
      unpaid: NO_BASKETS,
      overdue: NO_BASKETS,
      paid: NO_BASKETS,
      paidSince: NO_BASKETS,
    };
    byCurrency.set(key, totals);
    if ((UNPAID_BASKET_STATES as readonly BasketState[]).includes(state)) {
      totals.unpaid = add(totals.unpaid, sum);
      if (overdue) totals.overdue = add(totals.overdue, sum);
    } else if (state !== 'expired' && state !== 'cancelled') {
      totals.paid = add(totals.paid, sum);
      if (recent) totals.paidSince = add(totals.paidSince, sum);
    }
  }
  return { totals: [...byCurrency.values()], states };
}

const add = (a: typeof NO_BASKETS, b: typeof NO_BASKETS): typeof NO_BASKETS => ({
  baskets: a.baskets + b.baskets,
  units: a.units + b.units,
  total: a.total + b.total,
});
