import type { Product } from '@sellary/extension-kit/testing';
import { Client } from 'pg';
import { createDatabase, dropDatabase, startTestApp } from './test-app';

/** Lets the extension kit's checks start the product in the spec's process. */
export const testProduct: Product = {
  createDatabase,
  dropDatabase,
  query: async <Row>(databaseUrl: string, sql: string, parameters: readonly unknown[]) => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, [...parameters])).rows as Row[];
    } finally {
      await client.end();
    }
  },
  start: ({ databaseUrl, env = {}, adapters = [], extensions = [] }) =>
    startTestApp({ databaseUrl, env: { ...env }, adapters: [...adapters], extensions: [...extensions] }),
};
