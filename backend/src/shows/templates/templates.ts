import { Injectable } from '@nestjs/common';
import {
  type AuditAction,
  type CreateTemplateRequest,
  type ItemInput,
  MAX_TEMPLATES,
  type ShowTemplate,
  type ShowTemplateList,
  type UpdateTemplateRequest,
} from '@sellary/contracts';
import { auditedBy, type Principal } from '../../auth';
import {
  ApiError,
  BOUNDED_READ,
  Clock,
  type PageQuery,
  pageRequest,
  type Reader,
  recordAudit,
  assertBelowLimit,
  toPage,
  Transactions,
  type Tx,
  uuidV7,
} from '../../kernel';
import { rulesOf } from '../rules/show-rules';
import { readShowRow } from '../show-row';
import { copyInputFrom, readStock, type StockItem } from '../show-stock';
import { TEMPLATE_SELECT, type TemplateRow, toTemplate } from './template-rows';

/** A workspace's templates. The claim engine creates shows from them, because it owns the items. */
@Injectable()
export class Templates {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Lists templates, newest first. */
  list(workspaceId: string, query: PageQuery): Promise<ShowTemplateList> {
    const { limit, parameters } = pageRequest(query);
    return this.transactions.snapshot(async (tx) => {
      const rows = await tx.query<TemplateRow>(
        `${TEMPLATE_SELECT} WHERE workspace_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $4`,
        [workspaceId, ...parameters],
      );
      const page = toPage(rows, limit, (row) => ({ sortValue: row.createdAt.toISOString(), id: row.id }));
      return { templates: page.rows.map(toTemplate), nextCursor: page.nextCursor };
    }, BOUNDED_READ);
  }

  /**
   * Saves a show's rules and currency, and optionally its items. Items get their full quantities, even if some
   * units were won.
   * @throws ApiError NOT_FOUND, LIMIT_REACHED
   */
  create(
    principal: Principal,
    showId: string,
    { name, title, withItems }: CreateTemplateRequest,
  ): Promise<ShowTemplate> {
    const { workspaceId } = principal;
    return this.transactions.run(async (tx) => {
      const show = await readShowRow(tx, showId);
      if (show?.workspace_id !== workspaceId) throw ApiError.notFound('show');
      await assertBelowLimit(tx, {
        name: 'templates',
        workspaceId,
        countSql: 'SELECT count(*) FROM show_templates WHERE workspace_id = $1',
        max: MAX_TEMPLATES,
        message: `The workspace has ${MAX_TEMPLATES} templates, which is the maximum. Delete one that you no longer need.`,
      });
      const stock = withItems === true ? await readStock(tx, showId) : [];
      const items: ItemInput[] = stock.map((item) => copyInputFrom(item, 'all'));
      const id = uuidV7();
      await tx.query(
        `INSERT INTO show_templates (id, workspace_id, name, title, rules, currency, items, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
        [
          id,
          workspaceId,
          name,
          title ?? name,
          JSON.stringify(rulesOf(show)),
          show.currency === null ? null : JSON.stringify(show.currency),
          JSON.stringify(items),
          this.clock.iso(),
        ],
      );
      await keepPhotos(tx, id, stock);
      const after = await requireTemplate(tx, workspaceId, id);
      await this.audit(tx, principal, 'template.create', id, { after: { ...after, showId } });
      return after;
    });
  }

  /** @throws ApiError NOT_FOUND */
  update(principal: Principal, id: string, { name, title }: UpdateTemplateRequest): Promise<ShowTemplate> {
    const { workspaceId } = principal;
    return this.transactions.run(async (tx) => {
      const before = await lockTemplate(tx, workspaceId, id);
      await tx.query(
        'UPDATE show_templates SET name = coalesce($3, name), title = coalesce($4, title), updated_at = $5 WHERE id = $1 AND workspace_id = $2',
        [id, workspaceId, name ?? null, title ?? null, this.clock.iso()],
      );
      const after = await requireTemplate(tx, workspaceId, id);
      await this.audit(tx, principal, 'template.update', id, {
        before: { name: before.name, title: before.title },
        after: { name: after.name, title: after.title },
      });
      return after;
    });
  }

  /**
   * Deletes a template. Shows created from it are kept.
   * @throws ApiError NOT_FOUND
   */
  async remove(principal: Principal, id: string): Promise<void> {
    const { workspaceId } = principal;
    await this.transactions.run(async (tx) => {
      const before = await lockTemplate(tx, workspaceId, id);
      await tx.query('DELETE FROM show_templates WHERE id = $1 AND workspace_id = $2', [id, workspaceId]);
      await this.audit(tx, principal, 'template.delete', id, { before });
    });
  }

  private audit(
    tx: Tx,
    principal: Principal,
    action: AuditAction,
    entityId: string,
    change: { before?: unknown; after?: unknown },
  ): Promise<unknown> {
    return recordAudit(tx, {
      ...auditedBy(principal, this.clock.iso()),
      action,
      entityType: 'template',
      entityId,
      ...change,
    });
  }
}

/** Adds the items' photos to the template, so that they outlive the show. A photo being deleted is left out. */
const keepPhotos = (tx: Tx, templateId: string, stock: readonly StockItem[]): Promise<unknown> =>
  tx.query(
    `INSERT INTO show_template_photos (template_id, item, photo)
     SELECT $1, n.item - 1, n.photo FROM unnest($2::text[]) WITH ORDINALITY AS n(photo, item)
     JOIN (SELECT id FROM item_photos WHERE id = ANY($2::text[]) ORDER BY id FOR KEY SHARE) p ON p.id = n.photo`,
    [templateId, stock.map(({ photo }) => photo)],
  );

/**
 * Locks and reads a template. If two users delete it at the same time, the audit log records one deletion.
 */
async function lockTemplate(tx: Tx, workspaceId: string, id: string): Promise<ShowTemplate> {
  await tx.query('SELECT 1 FROM show_templates WHERE id = $1 AND workspace_id = $2 FOR UPDATE', [
    id,
    workspaceId,
  ]);
  return requireTemplate(tx, workspaceId, id);
}

async function requireTemplate(reader: Reader, workspaceId: string, id: string): Promise<ShowTemplate> {
  const [row] = await reader.query<TemplateRow>(`${TEMPLATE_SELECT} WHERE id = $1 AND workspace_id = $2`, [
    id,
    workspaceId,
  ]);
  if (row === undefined) throw ApiError.notFound('template');
  return toTemplate(row);
}
