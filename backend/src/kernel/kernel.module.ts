import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { guardListener } from './background/background';
import { Clock } from './clock/clock';
import { ClockWatch } from './clock/clock-watch';
import type { AppConfig } from './config/app-config';
import { APP_CONFIG } from './config/tokens';
import { dataSourceOptions, openConnections } from './database/data-source';
import { DatabaseWatch } from './database/database-watch';
import { migrate, pendingMigrations } from './database/migrate';
import { Transactions } from './database/transactions';
import { DatabaseHealth } from './health/database-health';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { SIGNAL_TRANSPORT, type SignalTransport } from './signals/signal-transport';
import { ProcessSignals } from './signals/process-signals';
import { PostgresTransport } from './signals/postgres-transport';
import { RedisTransport } from './signals/redis-transport';
import { IdleConnections } from './http/idle-connections';
import { BodyInterceptor } from './http/body/body.interceptor';
import { LedgerFeed } from './ledger/ledger-feed';

/** Each application's database, by its configuration. */
const databases = new WeakMap<AppConfig, { source: DataSource | null; isAbandoned: boolean }>();

/**
 * Closes the database of an application that could not be created, because Nest closes only complete
 * applications. A connection still being opened is closed as soon as it is open.
 */
export async function abandonDatabase(config: AppConfig): Promise<void> {
  const database = databases.get(config);
  if (database === undefined) return;
  database.isAbandoned = true;
  if (database.source?.isInitialized === true) await database.source.destroy();
}

@Global()
@Module({})
export class KernelModule {
  /**
   * The composition root collects `entities` and `migrations`, because the kernel knows only its own tables.
   */
  static forRoot(
    config: AppConfig,
    entities: NewableFunction[],
    migrations: NewableFunction[],
  ): DynamicModule {
    const watch = new DatabaseWatch(config.databaseUrl);
    const sharedProviders = [
      Clock,
      Transactions,
      LedgerFeed,
      ProcessSignals,
      Metrics,
      { provide: APP_CONFIG, useValue: config },
    ];
    const database = { source: null as DataSource | null, isAbandoned: false };
    databases.set(config, database);
    return {
      module: KernelModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...dataSourceOptions(config.databaseUrl, entities, migrations, { watch }),
            retryAttempts: 10,
            retryDelay: 500,
            toRetry: (error: unknown) =>
              !database.isAbandoned && !(error instanceof Error && 'isFinal' in error),
          }),
          dataSourceFactory: async (options) => {
            const source = await migratedDataSource(options, () =>
              migrate(config.databaseDirectUrl, entities, migrations),
            );
            // Closed only after the return, because Nest would reopen a closed source.
            if (database.isAbandoned) setImmediate(guardListener('database', () => source.destroy()));
            database.source = source;
            return source;
          },
        }),
      ],
      controllers: [HealthController],
      providers: [
        ...sharedProviders,
        ClockWatch,
        IdleConnections,
        DatabaseHealth,
        { provide: DatabaseWatch, useValue: watch },
        { provide: APP_INTERCEPTOR, useClass: BodyInterceptor },
        { provide: SIGNAL_TRANSPORT, useFactory: () => createSignalTransport(config) },
      ],
      exports: sharedProviders,
    };
  }
}

const createSignalTransport = ({ redisUrl, databaseDirectUrl }: AppConfig): SignalTransport =>
  redisUrl === null ? new PostgresTransport(databaseDirectUrl) : new RedisTransport(redisUrl);

async function migratedDataSource(
  options: DataSourceOptions | undefined,
  runMigrations: () => Promise<unknown>,
): Promise<DataSource> {
  if (options === undefined) throw new Error('The database has no options');
  const source = await new DataSource(options).initialize();
  try {
    if ((await pendingMigrations(source)).length > 0) await runMigrations();
    await openConnections(source);
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}
