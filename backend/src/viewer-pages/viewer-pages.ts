import { Inject, Injectable } from '@nestjs/common';
import {
  type AuditAction,
  DEFAULT_WINNER_NAMES,
  VIEWER_LINK_LIFETIME_MS,
  type ViewerPage,
  type ViewerPageKind,
  type ViewerPageLink,
  type ViewerPageList,
  type WinnerNames,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { auditedBy, linkTokenHash, newLinkToken, type Principal } from '../auth';
import {
  ApiError,
  APP_CONFIG,
  type AppConfig,
  Clock,
  poolReader,
  recordAudit,
  Transactions,
  type Tx,
} from '../kernel';
import { ShowAccess } from '../shows';
import { OpenedPages } from './opened-pages';

interface PageRow {
  kind: ViewerPageKind;
  names: WinnerNames;
  created_at: Date;
  expires_at: Date;
}

const toViewerPage = ({ kind, names, created_at, expires_at }: PageRow): ViewerPage => ({
  kind,
  names,
  createdAt: created_at.toISOString(),
  expiresAt: expires_at.toISOString(),
});

/** Creates, changes, and ends links to a show's viewer pages. */
@Injectable()
export class ViewerPages {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ShowAccess,
    private readonly openedPages: OpenedPages,
    private readonly clock: Clock,
  ) {}

  /**
   * Lists the valid links.
   * @throws ApiError NOT_FOUND
   */
  async list(workspaceId: string, showId: string): Promise<ViewerPageList> {
    await this.access.assertVisible(workspaceId, showId);
    const rows = await poolReader(this.dataSource).prepared<PageRow>(
      'SELECT kind, names, created_at, expires_at FROM viewer_pages WHERE show_id = $1 AND expires_at > $2 ORDER BY kind',
      [showId, new Date(this.clock.now())],
    );
    return { pages: rows.map(toViewerPage) };
  }

  /**
   * Creates a link. Any earlier link of this kind stops working. `origin` is the base URL on servers without
   * PUBLIC_URL.
   * @throws ApiError NOT_FOUND
   */
  async create(
    principal: Principal,
    showId: string,
    kind: ViewerPageKind,
    names: WinnerNames = DEFAULT_WINNER_NAMES,
    origin: string,
  ): Promise<ViewerPageLink> {
    const token = newLinkToken();
    const now = this.clock.now();
    const row = await this.change(principal, showId, kind, 'viewer-page.create', (tx) =>
      tx.query<PageRow>(
        `INSERT INTO viewer_pages (show_id, kind, token_hash, names, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (show_id, kind) DO UPDATE SET token_hash = excluded.token_hash, names = excluded.names, created_at = excluded.created_at, expires_at = excluded.expires_at
         RETURNING kind, names, created_at, expires_at`,
        [showId, kind, linkTokenHash(token), names, new Date(now), new Date(now + VIEWER_LINK_LIFETIME_MS)],
      ),
    );
    return { ...row, link: `${this.config.publicUrl ?? origin}/${kind}/${token}` };
  }

  /** @throws ApiError NOT_FOUND */
  update(
    principal: Principal,
    showId: string,
    kind: ViewerPageKind,
    names: WinnerNames,
  ): Promise<ViewerPage> {
    return this.change(principal, showId, kind, 'viewer-page.update', (tx) =>
      tx.query<PageRow>(
        'UPDATE viewer_pages SET names = $3 WHERE show_id = $1 AND kind = $2 AND expires_at > $4 RETURNING kind, names, created_at, expires_at',
        [showId, kind, names, new Date(this.clock.now())],
      ),
    );
  }

  /**
   * Ends a link.
   * @throws ApiError NOT_FOUND
   */
  async end(principal: Principal, showId: string, kind: ViewerPageKind): Promise<void> {
    await this.change(principal, showId, kind, 'viewer-page.end', (tx) =>
      tx.query<PageRow>(
        'DELETE FROM viewer_pages WHERE show_id = $1 AND kind = $2 RETURNING kind, names, created_at, expires_at',
        [showId, kind],
      ),
    );
  }

  private async change(
    principal: Principal,
    showId: string,
    kind: ViewerPageKind,
    action: AuditAction,
    work: (tx: Tx) => Promise<PageRow[]>,
  ): Promise<ViewerPage> {
    const page = await this.transactions.run(async (tx) => {
      await this.access.assertVisible(principal.workspaceId, showId, tx);
      const [row] = await work(tx);
      if (row === undefined) throw ApiError.notFound('link');
      const { names, expires_at } = row;
      await recordAudit(tx, {
        ...auditedBy(principal, this.clock.iso()),
        action,
        entityType: 'viewer-page',
        entityId: showId,
        showId,
        after: { kind, names, expiresAt: expires_at.toISOString() },
      });
      return toViewerPage(row);
    });
    this.openedPages.forget();
    return page;
  }
}
