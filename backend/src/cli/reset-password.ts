import 'reflect-metadata';
import { RESET_LINK_LIFETIME_MS } from '@sellary/contracts';
import { addResetLink, emailKeyOf } from '../auth';
import { createDataSource, messageOf, migrate, poolReader } from '../kernel';
import { ENTITIES, MIGRATIONS } from '../persistence';

const USAGE = 'Usage, with DATABASE_URL set: npm run user:reset-password -- <email>';

/** `npm run user:reset-password -- <email>`, against DATABASE_URL. Prints a single-use password link. */
async function main(): Promise<void> {
  const [email] = process.argv.slice(2);
  const url = process.env['DATABASE_URL'];
  if (email === undefined || url === undefined) throw new Error(USAGE);
  await migrate(process.env['DATABASE_DIRECT_URL'] || url, ENTITIES, MIGRATIONS);
  const source = await createDataSource(url, ENTITIES, MIGRATIONS).initialize();
  try {
    const [user] = await source.query<{ id: string; email: string }[]>(
      'SELECT id, email FROM users WHERE email_key = $1',
      [emailKeyOf(email)],
    );
    if (user === undefined) throw new Error(`No account has the email ${email}.`);
    const path = await addResetLink(poolReader(source), user.id, Date.now());
    process.stdout.write(
      `Set a new password for ${user.email} with this link. It works once and expires after ${RESET_LINK_LIFETIME_MS / 60_000} minutes:\n${origin()}${path}\n`,
    );
  } finally {
    await source.destroy();
  }
}

function origin(): string {
  const { PUBLIC_URL, PORT } = process.env;
  const configured = PUBLIC_URL?.trim().replace(/\/+$/, '') ?? '';
  return configured === '' ? `http://localhost:${PORT?.trim() || '3000'}` : configured;
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});
