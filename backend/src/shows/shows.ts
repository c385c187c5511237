import { Injectable } from '@nestjs/common';
import {
  type AuditAction,
  type CreateShowRequest,
  type Show,
  type ShowEventList,
  type ShowList,
  type ShowStatus,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { auditedBy, type Principal } from '../auth';
import {
  ApiError,
  BOUNDED_READ,
  Clock,
  DEFAULT_PAGE_SIZE,
  pageRequest,
  poolReader,
  readLedger,
  recordAudit,
  toPage,
  Transactions,
  uuidV7,
} from '../kernel';
import { BroadcastLinks } from './broadcast-links';
import { Workspaces } from './workspace-settings/workspaces';
import { insertDraft } from './draft-row';
import { currencyOrNull } from './show-currency';
import { ShowTransactions } from './show-transactions';
import { deleteShow, readShow, readSources, type ShowRow, toShow, withoutRepeatedRules } from './show-row';
import { replaceSources } from './sources';

/** Reads, creates, and deletes shows. Items, lifecycle, and acts are in the claim engine. */
@Injectable()
export class Shows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly showTransactions: ShowTransactions,
    private readonly clock: Clock,
    private readonly workspaces: Workspaces,
    private readonly links: BroadcastLinks,
  ) {}

  async list(
    workspaceId: string,
    query: { status?: ShowStatus; limit?: number; cursor?: string },
  ): Promise<ShowList> {
    const { limit, parameters } = pageRequest(query);
    const rows = await this.dataSource.query<ShowRow[]>(
      `SELECT * FROM shows WHERE workspace_id = $1 AND ($2::text IS NULL OR status = $2)
         AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [workspaceId, query.status ?? null, ...parameters],
    );
    const page = toPage(rows, limit, (row) => ({ sortValue: row.created_at.toISOString(), id: row.id }));
    const sources = await readSources(
      poolReader(this.dataSource),
      page.rows.map((row) => row.id),
    );
    return {
      shows: page.rows.map((row) => toShow(row, sources.get(row.id) ?? [])),
      nextCursor: page.nextCursor,
    };
  }

  /**
   * Creates a draft with the workspace's defaults.
   * @throws ApiError LIMIT_REACHED
   */
  async create(
    principal: Principal,
    { name, sources: requestedSources = [], currency, ...requestedRules }: CreateShowRequest,
  ): Promise<Show> {
    const rules = await this.workspaces.rulesOfNewShow(principal.workspaceId, requestedRules);
    const currencyCode =
      currency === undefined ? (await this.workspaces.settings(principal.workspaceId)).currency : currency;
    const sources = await this.links.completeSources(principal.workspaceId, requestedSources);
    return this.transactions.run(async (tx) => {
      const id = uuidV7();
      const now = this.clock.iso();
      await insertDraft(tx, {
        id,
        workspaceId: principal.workspaceId,
        rules,
        at: now,
        name: name ?? null,
        currency: currencyOrNull(currencyCode),
      });
      await replaceSources(tx, principal.workspaceId, id, sources);
      const show = await readShow(tx, principal.workspaceId, id);
      if (show === null) throw ApiError.notFound('show');
      await recordAudit(tx, {
        ...audit(principal, 'show.create', id, now),
        after: withoutRepeatedRules(show),
      });
      return show;
    });
  }

  /** @throws ApiError SHOW_NOT_DRAFT */
  async remove(principal: Principal, showId: string): Promise<void> {
    await this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      if (show.row.status !== 'draft') {
        throw new ApiError('SHOW_NOT_DRAFT', 'Only draft shows can be deleted.');
      }
      await deleteShow(show.tx, showId);
      await recordAudit(show.tx, {
        ...audit(principal, 'show.delete', showId, show.at),
        before: {
          name: show.row.name,
          stats: show.stats,
          lastSeq: show.row.last_seq,
          headHash: show.row.head_hash.toString('hex'),
        },
      });
    });
  }

  /**
   * Returns the ledger rows after `afterSeq` and the ledger's last `seq`.
   * @throws ApiError NOT_FOUND
   */
  async events(
    workspaceId: string,
    showId: string,
    query: { afterSeq?: number; limit?: number },
  ): Promise<ShowEventList> {
    return this.transactions.snapshot(async (tx) => {
      const [row] = await tx.query<{ last_seq: number }>(
        'SELECT last_seq FROM shows WHERE id = $1 AND workspace_id = $2',
        [showId, workspaceId],
      );
      if (row === undefined) throw ApiError.notFound('show');
      return {
        events: await readLedger(tx, showId, query.afterSeq ?? 0, query.limit ?? DEFAULT_PAGE_SIZE),
        lastSeq: row.last_seq,
      };
    }, BOUNDED_READ);
  }
}

const audit = (principal: Principal, action: AuditAction, showId: string, at: string) => ({
  ...auditedBy(principal, at),
  action,
  entityType: 'show' as const,
  entityId: showId,
  showId,
});
