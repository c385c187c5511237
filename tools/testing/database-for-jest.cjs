// Starts a temporary PostgreSQL for database specs that Jest runs without TEST_DATABASE_URL.
const { mkdtempSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

module.exports = async () => {
  if (process.env.TEST_DATABASE_URL) return;
  const { startPostgres } = await import('../postgres/index.mjs');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sellary-database-tests-'));
  const postgres = await startPostgres({ dataDir: folder });
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.databaseForJest = { postgres, folder };
};
