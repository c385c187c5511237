import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { INestApplication } from '@nestjs/common';
import type { ExtensionDefinition, PlatformAdapter } from '@sellary/extension-kit';
import { CONFIG_SECTIONS } from '../src/config-sections';
import { createApp } from '../src/create-app';
import { type AppConfig, readConfig, type Secrets } from '../src/kernel';
import { setInHook } from './set-in-hook';

export interface TestAppOptions {
  /** Environment variables that override or extend the test defaults. */
  env?: Record<string, string>;
  /** Another test app's database, to run a second process alongside it. */
  databaseUrl?: string;
  /** Platforms in addition to the product's own. */
  adapters?: PlatformAdapter[];
  extensions?: ExtensionDefinition[];
}

export interface TestApp {
  url: string;
  databaseUrl: string;
  config: AppConfig;
  /** Secrets by variable name, for another process on the same database. */
  secrets: Secrets;
  nest: INestApplication;
  /** Opens a connection to the app's database. `close` ends the connection. */
  connect(): Promise<Client>;
  close(): Promise<void>;
}

async function withPostgres(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates an empty database.
 * @returns its URL
 */
export async function createDatabase(): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withPostgres(async (client) => void (await client.query(`CREATE DATABASE ${name}`)));
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

export const dropDatabase = (databaseUrl: string): Promise<void> =>
  withPostgres(
    async (client) =>
      void (await client.query(
        `DROP DATABASE IF EXISTS "${new URL(databaseUrl).pathname.slice(1)}" WITH (FORCE)`,
      )),
  );

/** Starts the whole product on a free port, and creates a database if the options do not specify one. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const databaseUrl = options.databaseUrl ?? (await createDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'sellary-test-'));
  const env = { DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dataDir, ...options.env };
  const secret = 'a secret of the tests, long enough to be one';
  const secrets: Secrets = {
    JWT_SECRET: secret,
    JWT_REFRESH_SECRET: `${secret}, refresh`,
    TOKEN_ENCRYPTION_KEY: secret,
  };
  const config = readConfig(env, () => secrets, CONFIG_SECTIONS);
  const nest = await createApp(config, {
    adapters: options.adapters ?? [],
    extensions: options.extensions ?? [],
  });
  await nest.listen(config.port, '127.0.0.1');
  const { port } = nest.getHttpServer().address() as { port: number };
  const clients: Client[] = [];
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl,
    config,
    secrets,
    nest,
    connect: async () => {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      clients.push(client);
      return client;
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
      await nest.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (options.databaseUrl === undefined) await dropDatabase(databaseUrl);
    },
  };
}

/**
 * Starts an app before the tests of this block, and closes it after them. The app can be used in hooks and
 * tests only. `options` is a function if it needs what an earlier hook started.
 */
export function useTestApp(options: TestAppOptions | (() => TestAppOptions) = {}): TestApp {
  const app = setInHook(beforeAll, () => startTestApp(typeof options === 'function' ? options() : options));
  afterAll(() => app.close());
  return app;
}

/** Starts two processes on one database before the tests of this block, and closes both after them. */
export function useTwoApps(): [TestApp, TestApp] {
  const first = setInHook(beforeAll, () => startTestApp());
  const second = setInHook(beforeAll, () => startTestApp({ databaseUrl: first.databaseUrl }));
  afterAll(async () => {
    await second.close();
    await first.close();
  });
  return [first, second];
}
