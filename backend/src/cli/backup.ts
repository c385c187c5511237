import 'reflect-metadata';
import { Client } from 'pg';
import { messageOf } from '../kernel';
import { BackupError } from './backup/backup-contents';
import { saveBackup, writeBackup } from './backup/write-backup';
import { callerPath } from './caller-path';

/**
 * `npm run backup [-- FILE]`, against DATABASE_URL and DATA_DIR. FILE `-` means standard output. The product
 * may be running.
 */
async function main(): Promise<void> {
  const [file = `sellary-backup-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar.gz`] =
    process.argv.slice(2);
  const target = file === '-' ? file : callerPath(file);
  const { DATABASE_URL: url, DATA_DIR: dataDir = 'data' } = process.env;
  if (url === undefined) throw new BackupError('DATABASE_URL is not set.');
  const client = new Client({ connectionString: url, application_name: 'sellary backup' });
  // A lost connection also rejects the current query, which reports it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const rowCounts =
      target === '-'
        ? await writeBackup(client, dataDir, process.stdout)
        : await saveBackup(client, dataDir, target);
    const total = Object.values(rowCounts).reduce((sum, count) => sum + count, 0);
    process.stderr.write(
      `Saved ${total} rows from ${Object.keys(rowCounts).length} tables${target === '-' ? '' : ` to ${target}`}.\n` +
        'The file contains names, password hashes, and secrets. Keep it where only you can read it.\n',
    );
  } finally {
    await client.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`No backup was made. ${messageOf(error)}\n`);
  process.exitCode = 1;
});
