import type { Currency, ItemInput, ShowRules, ShowTemplate } from '@sellary/contracts';
import { ApiError, type Reader } from '../../kernel';
import { rulesOf } from '../rules/show-rules';

/** A template as stored, with its item count. */
export interface TemplateRow {
  id: string;
  name: string;
  title: string;
  rules: Partial<ShowRules>;
  currency: Currency | null;
  items: number;
  createdAt: Date;
  updatedAt: Date;
}

export const TEMPLATE_SELECT = `SELECT id, name, title, rules, currency, jsonb_array_length(items) AS items,
  created_at AS "createdAt", updated_at AS "updatedAt" FROM show_templates`;

export const toTemplate = (row: TemplateRow): ShowTemplate => ({
  id: row.id,
  name: row.name,
  title: row.title,
  rules: rulesOf(row),
  ...(row.currency === null ? {} : { currency: row.currency }),
  items: row.items,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** An item as copied to a show created from the template. */
type TemplateItem = ItemInput & { photo: string | null };

/**
 * Reads a template with its items and their photos.
 * @throws ApiError NOT_FOUND
 */
export async function readTemplate(
  reader: Reader,
  workspaceId: string,
  id: string,
): Promise<
  Pick<ShowTemplate, 'name' | 'title' | 'rules'> & { currency: Currency | null; items: TemplateItem[] }
> {
  const [row] = await reader.query<
    Pick<TemplateRow, 'name' | 'title' | 'rules' | 'currency'> & { items: ItemInput[] }
  >('SELECT name, title, rules, currency, items FROM show_templates WHERE id = $1 AND workspace_id = $2', [
    id,
    workspaceId,
  ]);
  if (row === undefined) throw ApiError.notFound('template');
  const photos = await reader.query<{ item: number; photo: string }>(
    'SELECT item, photo FROM show_template_photos WHERE template_id = $1',
    [id],
  );
  const photoOf = new Map(photos.map(({ item, photo }) => [item, photo]));
  const items = row.items.map((item, index) => ({ ...item, photo: photoOf.get(index) ?? null }));
  return { ...row, items, rules: rulesOf(row) };
}
