import type { Client } from 'pg';

/** A show's stored rows. Every value is in PostgreSQL's text format, so that hashed values do not change. */
export interface RecordedShow {
  showId: string;
  tables: { name: string; columns: string[]; rows: (string | null)[][] }[];
}

/** Tables in the order in which they can be written, each with the condition that selects a show's rows. */
const TABLES: readonly [name: string, condition: string][] = [
  ['workspaces', 'id = (SELECT workspace_id FROM shows WHERE id = $1)'],
  ['shows', 'id = $1'],
  ['show_items', 'show_id = $1'],
  ['show_sources', 'show_id = $1'],
  [
    'buyers',
    'id IN (SELECT buyer_id FROM comments WHERE show_id = $1 UNION SELECT buyer_id FROM claims WHERE show_id = $1)',
  ],
  ['comments', 'show_id = $1'],
  ['claims', 'show_id = $1'],
  ['show_events', 'show_id = $1'],
];

/** Reads everything that a replay of the show needs. */
export async function exportShow(database: Client, showId: string): Promise<RecordedShow> {
  const tables: RecordedShow['tables'] = [];
  for (const [name, condition] of TABLES) {
    const columns = await columnsOf(database, name);
    const { rows } = await database.query<(string | null)[]>({
      text: `SELECT ${columns.map((column) => `"${column}"::text`).join(', ')} FROM ${name} WHERE ${condition}`,
      values: [showId],
      rowMode: 'array',
    });
    tables.push({ name, columns, rows });
  }
  return { showId, tables };
}

/** Writes a recorded show into a database. A column that the schema no longer has is left out. */
export async function importShow(database: Client, show: RecordedShow): Promise<void> {
  for (const { name, columns, rows } of show.tables) {
    const present = new Set(await columnsOf(database, name));
    const keptColumnIndexes = columns.flatMap((column, index) => (present.has(column) ? [index] : []));
    const text = `INSERT INTO ${name} (${keptColumnIndexes.map((index) => `"${columns[index]}"`).join(', ')}) VALUES (${keptColumnIndexes.map((_, at) => `$${at + 1}`).join(', ')})`;
    for (const row of rows) {
      await database.query(
        text,
        keptColumnIndexes.map((index) => row[index] ?? null),
      );
    }
  }
}

async function columnsOf(database: Client, table: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}
