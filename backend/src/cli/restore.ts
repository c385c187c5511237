import 'reflect-metadata';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf, replaceDurably } from '../kernel';
import { BackupError, DATA_FILES, fingerprintOf, PHOTOS_FOLDER } from './backup/backup-contents';
import { readBackup } from './backup/read-backup';
import { migrateRestored, restoreBackup, dataSourceToRestore } from './backup/restore-backup';
import { restorePhotos } from './backup/restore-photos';
import { callerPath } from './caller-path';
import { configuredExtensions } from './configured-extensions';

const USAGE =
  'Usage, with DATABASE_URL set: npm run restore -- FILE [--replace] [--secrets-only]. FILE is what "npm run backup" wrote.';
let failure = 'Nothing was restored.';
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run restore -- FILE [--replace] [--secrets-only]`, into DATABASE_URL and DATA_DIR. The product must
 * not be running.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      replace: { type: 'boolean', default: false },
      'secrets-only': { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  const { DATABASE_URL: url, DATA_DIR: dataDir = 'data' } = process.env;
  if (name === undefined || url === undefined) throw new BackupError(USAGE);
  const file = callerPath(name);
  if (!existsSync(file)) throw new BackupError(`The file ${file} does not exist.`);
  if (values['secrets-only']) {
    const files = await filesWithoutPhotos(file);
    failure = 'Perhaps not all files were restored. Fix the cause, then restore again:';
    restoreFiles(files, dataDir);
    return;
  }
  const extensions = configuredExtensions();
  const source = await dataSourceToRestore(url, extensions).initialize();
  try {
    const input = createReadStream(file);
    const { header, rows, files } = await restoreBackup(source, input, values.replace, () => {
      failure =
        'The rows may have been restored, but the restore did not finish. Fix the cause, then restore again with --replace:';
    });
    await migrateRestored(source, extensions);
    restoreFiles(files, dataDir);
    const photos = await restorePhotos(createReadStream(file), dataDir);
    if (photos > 0) print(`Restored ${photos} photo files.`);
    print(
      `Restored the backup from ${header.createdAt}: ${rows['shows'] ?? 0} shows, ${rows['claims'] ?? 0} claims, ${rows['show_events'] ?? 0} ledger rows.`,
    );
    const key = fingerprintOf(process.env['TOKEN_ENCRYPTION_KEY']);
    if (header.keyFingerprint !== null && key !== header.keyFingerprint) {
      print(
        "TOKEN_ENCRYPTION_KEY differs from the backup's key. Set the old key, or reconnect every account on the Connections page.",
      );
    }
  } finally {
    await source.destroy();
  }
}

async function filesWithoutPhotos(file: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  await readBackup(createReadStream(file), {
    file: (name, content) => {
      if (!name.startsWith(PHOTOS_FOLDER)) files.set(name, content);
    },
  });
  return files;
}

/**
 * Writes the files and keeps replaced ones next to them, because another database may still need the secrets.
 */
function restoreFiles(files: Map<string, Buffer>, dataDir: string): void {
  for (const [name, content] of files) {
    if (!DATA_FILES.includes(name)) continue;
    const target = join(dataDir, name);
    mkdirSync(dirname(target), { recursive: true });
    if (existsSync(target) && !readFileSync(target).equals(content)) {
      const oldFile = `${target}.before-restore-${Date.now()}`;
      renameSync(target, oldFile);
      print(`The previous ${name} is now ${oldFile}.`);
    }
    replaceDurably(target, content.toString('utf8'));
    print(`Restored ${target}.`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${failure} ${explanationOf(error)}\n`);
  process.exitCode = 1;
});

function explanationOf(error: unknown): string {
  if ((error as { code?: unknown }).code === '42501') {
    return 'The database user is not allowed to replace the schema. Create an empty database that this user owns, and set DATABASE_URL to it.';
  }
  return messageOf(error);
}
