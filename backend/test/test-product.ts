import type { Product } from '@sellary/extension-kit/testing';
import { createDatabase, dropDatabase, startTestApp } from './test-app';

/** The product as it is compiled for these specs, for the checks of the extension kit. */
export const testProduct: Product = {
  createDatabase,
  dropDatabase,
  start: ({ databaseUrl, env = {}, adapters = [], extensions = [] }) =>
    startTestApp({ databaseUrl, env: { ...env }, adapters: [...adapters], extensions: [...extensions] }),
};
