import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AuthModule } from './auth';
import { ClaimEngineModule, DebugModule } from './claim-engine';
import { ConsoleModule } from './console-files';
import { type AppConfig, KernelModule } from './kernel';
import { type PlatformAdapter, PlatformsModule } from './platforms';
import { RealtimeModule } from './realtime';
import { ReportsModule } from './reports';
import { ENTITIES, MIGRATIONS } from './persistence';
import { ShowsModule } from './shows';

/** Parts that others add to the product. */
export interface ExtraParts {
  /** Platforms beyond the product's own. */
  adapters?: PlatformAdapter[];
}

/** The composition root: every module of the product, the lowest layer first. */
@Module({})
export class AppModule {
  static create(config: AppConfig, { adapters = [] }: ExtraParts = {}): DynamicModule {
    const debug = !config.production && config.loopback;
    return {
      module: AppModule,
      imports: [
        KernelModule.forRoot(config, ENTITIES, MIGRATIONS),
        ScheduleModule.forRoot(),
        AuthModule,
        ShowsModule,
        ClaimEngineModule,
        ReportsModule,
        PlatformsModule.create(adapters, debug),
        ...(debug ? [DebugModule] : []),
        RealtimeModule,
        ConsoleModule,
      ],
    };
  }
}
