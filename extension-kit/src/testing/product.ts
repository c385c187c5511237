import type { ExtensionDefinition } from '../define-extension';
import type { PlatformAdapter } from '../platforms';

/** Parts and configuration of a server under test. */
export interface ProductOptions {
  databaseUrl: string;
  /** Environment variables in addition to those that every test needs. */
  env?: Readonly<Record<string, string>>;
  adapters?: readonly PlatformAdapter[];
  extensions?: readonly ExtensionDefinition[];
}

/** The product that tests run against. It creates databases and starts servers on them. */
export interface Product {
  /** @returns the URL of an empty database */
  createDatabase(): Promise<string>;
  dropDatabase(databaseUrl: string): Promise<void>;
  query<Row>(databaseUrl: string, sql: string, parameters: readonly unknown[]): Promise<Row[]>;
  /** Starts the whole product on a database, which several servers may share. */
  start(options: ProductOptions): Promise<RunningProduct>;
}

export interface RunningProduct {
  url: string;
  close(): Promise<void>;
}
