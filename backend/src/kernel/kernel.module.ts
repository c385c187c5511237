import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock/clock';
import { ClockWatch } from './clock/clock-watch';
import type { AppConfig } from './config/config';
import { APP_CONFIG } from './config/tokens';
import { dataSourceOptions } from './database/data-source';
import { Transactions } from './database/transactions';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { HINT_WIRE, type HintWire } from './hints/hint-wire';
import { Hints } from './hints/hints';
import { PostgresWire } from './hints/postgres-wire';
import { RedisWire } from './hints/redis-wire';
import { IdleConnections } from './http/idle-connections';
import { BodyInterceptor } from './http/body/body.interceptor';
import { LedgerFeed } from './ledger/ledger-feed';

@Global()
@Module({})
export class KernelModule {
  /** `entities` and `migrations` are gathered by the composition root: the kernel knows no tables but its own. */
  static forRoot(config: AppConfig, entities: NewableFunction[], migrations: NewableFunction[]): DynamicModule {
    const shared = [Clock, Transactions, LedgerFeed, Hints, Metrics, { provide: APP_CONFIG, useValue: config }];
    return {
      module: KernelModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.databaseUrl, entities, migrations),
          migrationsRun: true,
          retryAttempts: 10,
          retryDelay: 500,
        }),
      ],
      controllers: [HealthController],
      providers: [
        ...shared,
        ClockWatch,
        IdleConnections,
        { provide: APP_INTERCEPTOR, useClass: BodyInterceptor },
        { provide: HINT_WIRE, useFactory: () => wireOf(config) },
      ],
      exports: shared,
    };
  }
}

const wireOf = ({ redisUrl, databaseUrl }: AppConfig): HintWire =>
  redisUrl === null ? new PostgresWire(databaseUrl) : new RedisWire(redisUrl);
