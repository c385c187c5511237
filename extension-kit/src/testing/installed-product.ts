import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import path from 'node:path';
import type { Product, ProductOptions, RunningProduct } from './product';

/** The parts of the backend used here. The backend is an optional peer, so its types are not imported. */
interface Backend {
  startProduct(env: Readonly<Record<string, string>>, parts: unknown): Promise<RunningProduct>;
}
interface PgClient {
  connect(): Promise<unknown>;
  query(sql: string, parameters: readonly unknown[]): Promise<{ rows: unknown[] }>;
  end(): Promise<void>;
}

/**
 * The built product (`@sellary/backend`) installed beside the kit. Databases are created on the server that
 * TEST_DATABASE_URL specifies. Without this variable, a PostgreSQL server is started for this process and
 * stops with it.
 * @throws Error if the product is not installed or not built
 */
export function installedProduct(): Product {
  return {
    createDatabase: async () => {
      const server = await serverUrl();
      const name = `test_${randomBytes(8).toString('hex')}`;
      await runSql(server, `CREATE DATABASE ${name}`);
      const url = new URL(server);
      url.pathname = `/${name}`;
      return url.href;
    },
    dropDatabase: async (databaseUrl) => {
      await runSql(
        await serverUrl(),
        `DROP DATABASE IF EXISTS "${new URL(databaseUrl).pathname.slice(1)}" WITH (FORCE)`,
      );
    },
    query: runSql,
    start: ({ databaseUrl, env = {}, adapters = [], extensions = [] }: ProductOptions) => {
      const backend = load<Backend>('./dist/start-product.js');
      return backend.startProduct(
        { ...SECRETS, DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'error', ...env },
        { adapters, extensions },
      );
    },
  };
}

/**
 * Makes the package under test use the product's own copies of TypeORM, Nest, and other shared packages, as
 * the product does when it loads an extension. Otherwise, a class such as `DataSource` from a second copy
 * would be a different class. Does nothing if the product is not installed or not built.
 */
export function shareProductPackages(): void {
  try {
    const shared = load<{ shareProductPackages(file: string): void }>('./dist/extensions/shared-packages.js');
    shared.shareProductPackages(require.main?.filename ?? path.join(process.cwd(), 'package.json'));
  } catch {
    // startTestApp() reports it.
  }
}

const SECRET = 'a test secret that is long enough';
const SECRETS = {
  JWT_SECRET: SECRET,
  JWT_REFRESH_SECRET: `${SECRET}, refresh`,
  TOKEN_ENCRYPTION_KEY: SECRET,
};

/** The backend's folder, resolved from the kit or from the test's working directory. */
function backendFolder(): string {
  for (const from of [__filename, path.join(process.cwd(), 'package.json')]) {
    try {
      return path.dirname(createRequire(from).resolve('@sellary/backend/package.json'));
    } catch {
      // The next location may have it.
    }
  }
  throw new Error(
    'startTestApp() needs the product. Install @sellary/backend next to the kit, or run the test in a clone of the product.',
  );
}

function load<T>(name: string): T {
  const folder = backendFolder();
  try {
    return createRequire(path.join(folder, 'package.json'))(name) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(`The product in ${folder} is not built. Run "npm run build" there.`, { cause: error });
  }
}

async function runSql<Row>(url: string, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const { Client } = load<{ Client: new (options: { connectionString: string }) => PgClient }>('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows as Row[];
  } finally {
    await client.end();
  }
}

let startedServerUrl: Promise<string> | undefined;

const serverUrl = (): Promise<string> => {
  const configured = process.env['TEST_DATABASE_URL'];
  return configured === undefined ? (startedServerUrl ??= startPostgres()) : Promise.resolve(configured);
};

/** Starts PostgreSQL in its own process, which exits when its stdin closes, and thus with this process. */
function startPostgres(): Promise<string> {
  const script = path.join(backendFolder(), '..', 'tools', 'postgres', 'for-tests.mjs');
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const url = /^(postgres\S*)\n/.exec(printed)?.[1];
      if (url === undefined) return;
      // From now on, neither the child nor its pipes keep this process alive.
      child.unref();
      for (const pipe of [child.stdin, child.stdout]) (pipe as Socket).unref();
      resolve(url);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`PostgreSQL could not be started (code ${String(code)}).`)),
    );
  });
}
