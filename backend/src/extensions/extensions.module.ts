import { type DynamicModule, Inject, Module, type OnModuleInit, type Type } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, ModuleRef } from '@nestjs/core';
import {
  BuyerReader,
  type ExtensionDefinition,
  ExtensionSecrets,
  type HandlesJobs,
  OutgoingQueue,
  type ShowFollower,
  ShowReader,
} from '@sellary/extension-kit';
import { AuthModule } from '../auth';
import { ClaimEngineModule } from '../claim-engine';
import { ReportsModule } from '../reports';
import { RuleCatalog, ShowsModule } from '../shows';
import { ActionTargetReads } from './actions/action-target-reads';
import { ExtensionActions } from './actions/extension-actions';
import { ExtensionInfos } from './extension-infos';
import { ExtensionsController } from './extensions.controller';
import { toFollower } from './followers/follower';
import { RowHandling } from './followers/row-handling';
import { ShowFollowers } from './followers/show-followers';
import { ExtensionMetrics } from './health/extension-metrics';
import { JobMetrics } from './health/job-metrics';
import { CallbackRoutes } from './host/callback-routes';
import { ExtensionGuard } from './host/extension-guard';
import { addImport, modulesOf } from './host/extension-modules';
import { HostServices } from './host/host-services';
import { HostedBuyerReader, HostedShowReader } from './host/hosted-readers';
import { IsolatedRoutes } from './host/isolated-routes';
import { extensionServicesModule } from './host/extension-services';
import { RouteOwners } from './host/route-owners';
import { LOADED_EXTENSIONS, type LoadedExtensions, toLoaded } from './loaded-extension';
import { JobHandlers } from './outgoing/job-handlers';
import { JobsController } from './outgoing/jobs.controller';
import { OUTGOING_PROVIDERS } from './outgoing/outgoing';
import { ParkedList } from './parked/parked-list';
import { SavedSettings } from './settings/saved-settings';
import { SecretReencryption } from './settings/secret-reencryption';
import { SecretColumns } from './secrets/secret-columns';
import { VaultSecrets } from './secrets/vault-secrets';
import { ExtensionChanges } from './switches/extension-changes';
import { ExtensionSwitches } from './switches/extension-switches';

const HOST_PROVIDERS = [
  ExtensionSwitches,
  SavedSettings,
  SecretReencryption,
  VaultSecrets,
  SecretColumns,
  ExtensionChanges,
  ExtensionInfos,
  ParkedList,
  ActionTargetReads,
  ExtensionActions,
  ExtensionMetrics,
  JobMetrics,
  RowHandling,
  ShowFollowers,
  RouteOwners,
  HostServices,
  ...OUTGOING_PROVIDERS,
];

/**
 * Hosts the loaded extensions. Global, because extensions inject the readers and services that this module
 * exports.
 */
@Module({})
export class ExtensionsModule implements OnModuleInit {
  constructor(
    @Inject(LOADED_EXTENSIONS) private readonly extensions: LoadedExtensions,
    private readonly followers: ShowFollowers,
    private readonly metrics: ExtensionMetrics,
    private readonly jobHandlers: JobHandlers,
    private readonly modules: ModuleRef,
    catalog: RuleCatalog,
  ) {
    for (const { definition } of extensions.values()) catalog.add(definition);
  }

  /** @param extensions extensions that have passed `checkExtensions` */
  static create(extensions: readonly ExtensionDefinition[]): DynamicModule {
    const loaded = [...extensions].sort((a, b) => (a.name < b.name ? -1 : 1)).map(toLoaded);
    return {
      module: ExtensionsModule,
      global: true,
      imports: [AuthModule, ShowsModule, ClaimEngineModule, ReportsModule, ...hostModules(extensions)],
      controllers: [ExtensionsController, JobsController],
      providers: [
        {
          provide: LOADED_EXTENSIONS,
          useValue: new Map(loaded.map((extension) => [extension.name, extension])),
        },
        ...HOST_PROVIDERS,
        { provide: ShowReader, useClass: HostedShowReader },
        { provide: BuyerReader, useClass: HostedBuyerReader },
        { provide: ExtensionSecrets, useExisting: VaultSecrets },
        { provide: APP_GUARD, useClass: ExtensionGuard },
        { provide: APP_INTERCEPTOR, useClass: CallbackRoutes },
        { provide: APP_INTERCEPTOR, useClass: IsolatedRoutes },
      ],
      exports: [HostServices, ShowReader, BuyerReader, OutgoingQueue, ExtensionSecrets],
    };
  }

  onModuleInit(): void {
    const followers = [...this.extensions.values()].flatMap((extension) =>
      (extension.definition.followers ?? []).map((type) =>
        toFollower(extension, this.modules.get<ShowFollower>(type, { strict: false })),
      ),
    );
    this.followers.add(followers);
    this.metrics.setFollowers(followers);
    for (const { name, definition } of this.extensions.values()) {
      for (const type of definition.jobHandlers ?? []) {
        this.jobHandlers.add(name, type, this.modules.get<HandlesJobs>(type, { strict: false }));
      }
    }
  }
}

/**
 * Creates one module for each extension, with its followers and job handlers as providers. A module imported
 * by only one extension may inject that extension's services. A module imported by two extensions may not,
 * because it could not know which extension it runs for.
 */
function hostModules(extensions: readonly ExtensionDefinition[]): DynamicModule[] {
  const importers = new Map<Type, Set<string>>();
  for (const { name, module } of extensions) {
    for (const { type } of modulesOf(module)) {
      importers.set(type, (importers.get(type) ?? new Set()).add(name));
    }
  }
  for (const [type, [name, ...others]] of importers) {
    if (name !== undefined && others.length === 0) addImport(type, extensionServicesModule(name));
  }
  return extensions.map(({ name, module, followers = [], jobHandlers = [] }) => ({
    module: emptyModule(name),
    imports: [
      extensionServicesModule(name),
      ...(module === undefined ? [] : [module as Type | DynamicModule]),
    ],
    providers: [...followers, ...jobHandlers],
  }));
}

const emptyModule = (name: string): Type => ({ [name]: class {} })[name] as Type;
