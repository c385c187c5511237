import { Logger } from '@nestjs/common';
import { Client, type ClientConfig, types } from 'pg';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { SnakeNaming } from './snake-naming';

// bigint counters (seq, batch) stay far below 2^53: numbers, not strings.
types.setTypeParser(types.builtins.INT8, Number);

/**
 * A connection that PostgreSQL drops may say so twice, and the pool listens only to the first: an 'error' nobody hears would end the process.
 * Whoever waits for an answer on it is told by that answer.
 */
class PooledClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

type Classes = MixedList<NewableFunction>;

/**
 * Options shared by the server, the command line and the tests. `synchronize` is never on: migrations are the only way the schema changes.
 * `pipeline` lets statements of one transaction travel together instead of waiting for each other's answer.
 */
export function dataSourceOptions(url: string, entities: NewableFunction[], migrations: Classes, poolSize = 20): DataSourceOptions {
  const log = new Logger('Database');
  return {
    type: 'postgres',
    url,
    entities: entities as unknown as NonNullable<DataSourceOptions['entities']>,
    migrations: migrations as unknown as NonNullable<DataSourceOptions['migrations']>,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    applicationName: 'sellary',
    poolErrorHandler: (error: unknown) => {
      log.warn(`An idle connection was lost: ${String(error)}`);
    },
    extra: {
      Client: PooledClient,
      max: poolSize,
      pipeline: true,
      connectionTimeoutMillis: 30_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
  };
}

/** A DataSource that is not yet connected. */
export const createDataSource = (url: string, entities: NewableFunction[], migrations: Classes): DataSource =>
  new DataSource(dataSourceOptions(url, entities, migrations));
