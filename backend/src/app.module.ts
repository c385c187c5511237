import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import type { ExtensionDefinition, PlatformAdapter } from '@sellary/extension-kit';
import { AuthModule } from './auth';
import { ClaimEngineModule, DebugModule } from './claim-engine';
import { checkExtensions, ExtensionsModule, extensionMigrations } from './extensions';
import { type AppConfig, KernelModule } from './kernel';
import { PlatformsModule } from './platforms';
import { RealtimeModule } from './realtime';
import { ReportsModule } from './reports';
import { SalesModule } from './sales';
import { ENTITIES, MIGRATIONS } from './persistence';
import { ShowsModule } from './shows';
import { ViewerPagesModule } from './viewer-pages';

/** Parts added to the product from outside. */
export interface ExtraParts {
  /** Platforms beyond the product's own. */
  adapters?: PlatformAdapter[];
  /** The loaded extensions. */
  extensions?: readonly ExtensionDefinition[];
}

/** The composition root: every product module, lowest layer first. */
@Module({})
export class AppModule {
  static create(config: AppConfig, { adapters = [], extensions = [] }: ExtraParts = {}): DynamicModule {
    checkExtensions(extensions);
    const debug = !config.production && config.loopback;
    return {
      module: AppModule,
      imports: [
        KernelModule.forRoot(
          config,
          [...ENTITIES, ...extensions.flatMap(({ entities = [] }) => entities)],
          [...MIGRATIONS, ...extensionMigrations(extensions)],
        ),
        ScheduleModule.forRoot(),
        AuthModule,
        ShowsModule,
        ClaimEngineModule,
        ReportsModule,
        SalesModule,
        ViewerPagesModule,
        PlatformsModule.create(
          [...adapters, ...extensions.flatMap((extension) => extension.adapters ?? [])],
          debug,
        ),
        ...(debug ? [DebugModule] : []),
        ExtensionsModule.create(extensions),
        RealtimeModule,
      ],
    };
  }
}
