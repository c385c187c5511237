// Starts a PostgreSQL for an extension's tests, prints its URL, and exits when standard input closes, so that
// it never outlives the program that started it. The data is then deleted.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './index.mjs';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sellary-extension-tests-'));
const postgres = await startPostgres({ dataDir });
process.stdin.resume().once('end', async () => {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
});
console.log(postgres.url);
