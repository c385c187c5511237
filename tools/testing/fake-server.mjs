// Replaces the backend in launcher tests: it has the same entry point (`startServer`), one table, and a log.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const { PORT, HOST, DATABASE_URL, FAKE_SERVER_LOG } = process.env;

/** @param {string} line */
function writeLog(line) {
  if (FAKE_SERVER_LOG !== undefined) appendFileSync(FAKE_SERVER_LOG, `${line}\n`);
}

/** Starts an HTTP server: `POST /` writes a row and returns its id; `GET /` returns the number of rows. */
export async function startServer() {
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 4, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE IF NOT EXISTS note (id bigint GENERATED ALWAYS AS IDENTITY)');
  const server = createServer((request, response) => {
    const query =
      request.method === 'POST'
        ? 'INSERT INTO note DEFAULT VALUES RETURNING id AS n'
        : 'SELECT count(*) AS n FROM note';
    pool.query(query).then(
      ({ rows }) => response.end(String(rows[0].n)),
      (/** @type {Error} */ error) => response.writeHead(503).end(error.message),
    );
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(PORT), HOST, () => resolve(undefined));
  });
  writeLog('listening');
  return {
    url: `http://127.0.0.1:${PORT}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      // Proves that the database still responds while the application is closing.
      await pool.query('SELECT 1');
      await pool.end();
      writeLog('closed');
    },
  };
}
