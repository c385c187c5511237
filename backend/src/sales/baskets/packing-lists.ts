import { Injectable } from '@nestjs/common';
import { type BasketLabels, type BasketRow, MAX_PICK_LIST_BASKETS, type PickList } from '@sellary/contracts';
import { ApiError, BOUNDED_READ, Clock, groupBy, Transactions } from '../../kernel';
import { readLines, type StoredLine } from './basket-lines';
import { type BasketStateFilter, listQuery } from './basket-queries';
import { BasketReads } from './basket-reads';
import { BasketRules } from './basket-settings';
import { type BasketRecord, readBasketRecords, toBasketRows } from './basket-rows';

/** Builds the lists that help operators pick and pack units. */
@Injectable()
export class PackingLists {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly reads: BasketReads,
    private readonly rules: BasketRules,
  ) {}

  /**
   * Lists each item's units with their buyers. By default, these are the units that are paid but not packed.
   * @throws ApiError NOT_FOUND (the show)
   */
  async pickList(
    workspaceId: string,
    showId: string | undefined,
    state: BasketStateFilter[] = ['paid'],
  ): Promise<PickList> {
    const { hold } = await this.reads.prepare(workspaceId, showId);
    const filter = { ...(showId === undefined ? {} : { show: showId }), state };
    const now = this.clock.now();
    const { sql, parameters } = listQuery(
      workspaceId,
      filter,
      hold,
      now,
      null,
      MAX_PICK_LIST_BASKETS + 1,
      false,
    );
    return this.transactions.snapshot(async (tx) => {
      const records = await tx.query<BasketRecord>(sql, parameters);
      const listedRecords = records.slice(0, MAX_PICK_LIST_BASKETS);
      const rows = await toBasketRows(tx, listedRecords, hold, now);
      const lines = await readLines(
        tx,
        listedRecords.map(({ id }) => id),
      );
      // Units from other shows in an open box are also listed because they go into the same parcel.
      const items = toItems(rows, lines);
      const units = items.reduce((sum, item) => sum + item.units, 0);
      return { items, units, baskets: rows.length, truncated: records.length > listedRecords.length };
    }, BOUNDED_READ);
  }

  /**
   * Reads basket labels, in the order of `ids`.
   * @throws ApiError NOT_FOUND (one of the baskets)
   */
  async labels(workspaceId: string, ids: readonly string[]): Promise<BasketLabels> {
    const { hold } = await this.rules.read(workspaceId);
    return this.transactions.snapshot(async (tx) => {
      const records = await readBasketRecords(tx, workspaceId, ids, hold);
      if (records.length < new Set(ids).size) throw ApiError.notFound('basket');
      const rows = await toBasketRows(tx, records, hold, this.clock.now());
      const lines = await readLines(tx, ids);
      return {
        labels: rows.map((row) =>
          toLabel(
            row,
            lines.filter(({ basketId }) => basketId === row.id),
          ),
        ),
      };
    }, BOUNDED_READ);
  }
}

function toItems(rows: readonly BasketRow[], lines: readonly StoredLine[]): PickList['items'] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return groupBy(lines, ({ itemId, variant }) => `${itemId} ${variant ?? ''}`).map((group) => {
    const [{ showId, showName, itemId, itemNumber, title, photo, variant }] = group;
    const byBuyer = groupBy(group, ({ basketId, variantAsked }) => `${basketId} ${variantAsked ?? ''}`);
    return {
      showId,
      showName,
      itemId,
      itemNumber,
      title,
      ...(photo === undefined ? {} : { photo }),
      ...(variant === undefined ? {} : { variant }),
      units: group.length,
      buyers: byBuyer.map((buyerLines) => {
        const [{ basketId, buyer, variantAsked }] = buyerLines;
        const row = byId.get(basketId);
        return {
          basketId,
          code: row?.code ?? '',
          name: row?.buyer.name ?? '',
          handle: buyer.handle,
          units: buyerLines.length,
          ...(variantAsked === undefined ? {} : { variantAsked }),
        };
      }),
    };
  });
}

function toLabel(row: BasketRow, lines: readonly StoredLine[]): BasketLabels['labels'][number] {
  const { id, code, number, state, buyer, show, units, currency, total } = row;
  const items = groupBy(lines, (line) => `${line.itemId} ${line.variant ?? ''} ${line.variantAsked ?? ''}`);
  return {
    id,
    code,
    number,
    state,
    units,
    name: buyer.name,
    handle: buyer.accounts[0]?.handle ?? '',
    show: show?.name ?? null,
    items: items.map((group) => {
      const [{ itemNumber, title, variant, variantAsked }] = group;
      return {
        itemNumber,
        title,
        units: group.length,
        ...(variant === undefined ? {} : { variant }),
        ...(variantAsked === undefined ? {} : { variantAsked }),
      };
    }),
    ...(currency === undefined ? {} : { currency }),
    ...(total === undefined ? {} : { total }),
  };
}
