import { Injectable } from '@nestjs/common';
import { type Currency, type SalesExport, type SalesTable } from '@sellary/contracts';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { auditedBy, type Principal } from '../../auth';
import { Clock, recordAudit, type Tx } from '../../kernel';
import {
  exportRows,
  type FileContent,
  FileDownloads,
  fileNameOf,
  type FileStyle,
  type Sheet,
  withMoney,
} from '../../reports';
import type { Period } from './period';
import { exportQuery } from './sales-queries';
import {
  MONEY_NAMES,
  requestedPeriod,
  type PeriodRequest,
  readReport,
  tableParameters,
} from './sales-reports';

interface SalesFileRequest extends PeriodRequest {
  table: SalesExport;
  currency?: string;
  digits?: number;
}

type Columns = Sheet['columns'];
const texts = (...names: string[]): Columns => names.map((name) => ({ name, type: 'text' }));
const counts = (...names: string[]): Columns => names.map((name) => ({ name, type: 'count' }));

interface TablePlan {
  columns: Columns;
  /** Amount columns, used if there is a currency. */
  money: readonly string[];
  /** SQL for the other columns, aliased to their names. */
  select: string;
}

const TIMELINE: Columns = [...texts('from', 'to'), ...counts('units')];
const PLANS: Record<SalesTable, TablePlan> = {
  items: {
    columns: [...texts('item_number', 'item_title'), ...counts('units', 'shows')],
    money: ['amount'],
    select: 't."itemNumber" AS item_number, t.title AS item_title, t.units, t.shows',
  },
  buyers: {
    columns: [...texts('buyer', 'user_handle', 'platform', 'platform_user_id'), ...counts('units', 'shows')],
    money: MONEY_NAMES,
    select: `coalesce(t.name, nullif(t."displayName", ''), t.handle) AS buyer, t.handle AS user_handle, t.platform, t."platformUserId" AS platform_user_id, t.units, t.shows`,
  },
  shows: {
    columns: [{ name: 'started', type: 'time' }, ...texts('show'), ...counts('units', 'buyers')],
    money: MONEY_NAMES,
    select: 't."startedAt" AS started, t.name AS show, t.units, t.buyers',
  },
  unsold: {
    columns: [...texts('show', 'item_number', 'item_title'), ...counts('units_left', 'quantity')],
    money: ['amount'],
    select:
      't."showName" AS show, t."itemNumber" AS item_number, t.title AS item_title, t.units AS units_left, t."totalQuantity" AS quantity',
  },
};

/** Sends report tables as files. */
@Injectable()
export class SalesExports {
  constructor(
    private readonly downloads: FileDownloads,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when the response has been sent or the client has disconnected.
   * @throws ApiError VALIDATION_FAILED, RATE_LIMITED, UNAVAILABLE, before anything is sent
   */
  async write(
    principal: Principal,
    request: SalesFileRequest,
    style: FileStyle,
    response: Response,
  ): Promise<void> {
    const period = requestedPeriod(request);
    const { table, from, to, currency } = request;
    const source = {
      record: async (tx: Tx) => {
        await recordAudit(tx, {
          ...auditedBy(principal, this.clock.iso()),
          action: 'report.export',
          entityType: 'workspace',
          entityId: principal.workspaceId,
          after: { table, from, to, currency: currency ?? null },
        });
      },
      open: async (tx: Tx): Promise<FileContent> => ({
        fileName: fileNameOf(`Sales ${currency ?? ''}`, `${from} ${to}`, table, style.format),
        ...(table === 'timeline'
          ? await timelineContent(tx, principal.workspaceId, period, request)
          : tableContent(tx, principal.workspaceId, table, period, request)),
      }),
    };
    await this.downloads.send(principal, style, source, response);
  }
}

const currencyIn = ({ currency, digits }: SalesFileRequest): Currency | null =>
  currency === undefined || digits === undefined ? null : { code: currency, digits };

function tableContent(
  tx: Tx,
  workspaceId: string,
  table: SalesTable,
  period: Period,
  request: SalesFileRequest,
): Pick<FileContent, 'sheet' | 'rows'> {
  const { columns, money, select } = PLANS[table];
  const amounts = money.map((name) => `t.${name}::bigint AS ${name}`).join(', ');
  const currency = currencyIn(request);
  const sheet = {
    name: table,
    currency,
    sql: exportQuery(table, `${select}, ${amounts}`),
    ...withMoney(columns, money, currency),
  };
  return { sheet, rows: exportRows(tx, sheet, tableParameters(workspaceId, period, request)) };
}

async function timelineContent(
  tx: Tx,
  workspaceId: string,
  period: Period,
  request: SalesFileRequest,
): Promise<Pick<FileContent, 'sheet' | 'rows'>> {
  const { currencies } = await readReport(tx, workspaceId, period);
  const currency = currencyIn(request);
  const sales = currencies.find(
    (entry) => entry.currency?.code === currency?.code && entry.currency?.digits === currency?.digits,
  );
  const rows = (sales?.buckets ?? []).map(({ from, to, units, ...sums }) => [
    from,
    to,
    units,
    ...(currency === null ? [] : [...MONEY_NAMES.map((name) => sums[name]), currency.code]),
  ]);
  return {
    sheet: { name: 'timeline', currency, ...withMoney(TIMELINE, MONEY_NAMES, currency) },
    rows: Readable.from([rows]),
  };
}
