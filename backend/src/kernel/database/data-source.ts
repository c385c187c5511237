import { Logger } from '@nestjs/common';
import { types } from 'pg';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { type DatabaseWatch, DatabaseUnresponsiveError } from './database-watch';
import { PooledClient, prepareClient, prepareLimitedClient } from './pooled-client';
import { MAX_RESPONSE_MS, MAX_CONNECT_MS } from './session-limits';
import { SnakeNaming } from './snake-naming';
import { messageOf } from '../errors/message-of';

// bigint counters (seq, batch) stay far below 2^53, so they are read as numbers, not strings.
types.setTypeParser(types.builtins.INT8, Number);

type Classes = MixedList<NewableFunction>;

/** Maximum number of connections per process. */
const MAX_CONNECTIONS = 20;
/**
 * Connections that a server keeps open: more than the maximum number of concurrent large reads, see
 * `LargeReads`.
 */
const MIN_CONNECTIONS = 12;

/**
 * Options shared by the server, the command line, and the tests. `synchronize` is never on, because
 * migrations are the only way the schema changes. `pipeline` sends a transaction's statements together
 * instead of waiting for each response. Pass `watch` for a pool that serves requests. Every operation that
 * can block then has a time limit. Without `watch`, as on the command line, work may take any amount of time.
 */
export function dataSourceOptions(
  url: string,
  entities: NewableFunction[],
  migrations: Classes,
  { watch, poolSize = MAX_CONNECTIONS }: { watch?: DatabaseWatch; poolSize?: number } = {},
): DataSourceOptions {
  const log = new Logger('Database');
  return {
    type: 'postgres',
    url,
    entities: entities as unknown as NonNullable<DataSourceOptions['entities']>,
    migrations: migrations as unknown as NonNullable<DataSourceOptions['migrations']>,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    // TypeORM's log would contain parameters, and therefore comments, names, and hashes. `DatabaseWatch`
    // reports failures.
    logging: false,
    applicationName: 'sellary',
    poolErrorHandler: (error: unknown) => {
      if (!(error instanceof DatabaseUnresponsiveError)) {
        log.warn(`An idle connection was lost: ${messageOf(error)}`);
      }
    },
    extra: {
      Client: PooledClient,
      max: poolSize,
      pipeline: true,
      connectionTimeoutMillis: MAX_CONNECT_MS,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      ...(watch === undefined
        ? { onConnect: prepareClient }
        : { watch, min: MIN_CONNECTIONS, onConnect: prepareLimitedClient, query_timeout: MAX_RESPONSE_MS }),
    },
  };
}

/** Creates a DataSource that is not yet connected. */
export const createDataSource = (url: string, entities: NewableFunction[], migrations: Classes): DataSource =>
  new DataSource(dataSourceOptions(url, entities, migrations));

/**
 * Opens the minimum number of connections ahead of time. Without this, the first calls would wait until their
 * connections are open and their queries are planned, which can take a second in a burst.
 */
export async function openConnections(source: DataSource): Promise<void> {
  const runners = Array.from({ length: MIN_CONNECTIONS }, () => source.createQueryRunner());
  // A database that allows fewer connections is not a reason to stop, because calls open what they need.
  await Promise.allSettled(runners.map((runner) => runner.connect()));
  await Promise.all(runners.map((runner) => runner.release()));
}
