import type { Client } from 'pg';

/** Every row of every table, as text. */
export async function everyRow(database: Client): Promise<string[]> {
  const { rows: tables } = await database.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const dump = await database.query<{ row: string }>(
      `SELECT '${name} ' || to_jsonb(t)::text AS row FROM "${name}" t`,
    );
    rows.push(...dump.rows.map(({ row }) => row));
  }
  return rows;
}
