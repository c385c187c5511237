import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { GENESIS_HASH, uuidV7 } from '../kernel';

const EMAIL = 'demo@sellary.local';
const PASSWORD = 'demo-password';

/**
 * Creates a demo account with one draft show that has ten items, for development. Running it again changes
 * nothing.
 */
export async function seed(source: DataSource): Promise<string> {
  const users = await source.query<unknown[]>('SELECT 1 FROM users WHERE email_key = $1', [EMAIL]);
  const login = `Sign in as ${EMAIL} with "${PASSWORD}".`;
  if (users.length > 0) return `The demo account already exists. ${login}`;
  const now = new Date().toISOString();
  const [user, workspace, show] = [uuidV7(), uuidV7(), uuidV7()];
  await source.transaction(async (manager) => {
    const query = (sql: string, parameters: unknown[]): Promise<unknown> => manager.query(sql, parameters);
    await query(
      'INSERT INTO users (id, email, email_key, name, password_hash, created_at, updated_at) VALUES ($1, $2, $2, $3, $4, $5, $5)',
      [user, EMAIL, 'Demo operator', await hash(PASSWORD), now],
    );
    await query(
      "INSERT INTO workspaces (id, name, created_at, updated_at) VALUES ($1, 'Demo shop', $2, $2)",
      [workspace, now],
    );
    await query(
      "INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, 'owner', $3)",
      [workspace, user, now],
    );
    await query(
      `INSERT INTO shows (id, workspace_id, name, head_hash, item_count, units_total, created_at, updated_at)
       VALUES ($1, $2, 'Sunday sale', $3, 10, 10, $4, $4)`,
      [show, workspace, GENESIS_HASH, now],
    );
    await query(
      `INSERT INTO show_items (id, show_id, item_key, item_number, title, position, created_at, updated_at)
       SELECT gen_random_uuid(), $1, n::text, n::text, 'Item ' || n, n, $2, $2 FROM generate_series(101, 110) n`,
      [show, now],
    );
    await query(
      `INSERT INTO show_sources (id, show_id, workspace_id, position, platform, live_id) VALUES ($1, $2, $3, 0, 'rehearsal', $4)`,
      [uuidV7(), show, workspace, `rehearsal-${show}`],
    );
  });
  return `Created a demo account and a draft show with ten items. ${login}`;
}
