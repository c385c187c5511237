import { Logger, Module, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  type AbstractProvider,
  ClaimCommands,
  ExtensionLogger,
  ExtensionSettings,
} from '@sellary/extension-kit';
import { HostServices } from './host-services';
import { inspect } from 'node:util';

/** A kit service that knows which extension is using it. */
interface ExtensionService {
  token: AbstractProvider<object>;
  create: (extension: string, host: HostServices) => object;
}

const EXTENSION_SERVICES: readonly ExtensionService[] = [
  { token: ClaimCommands, create: (extension, host) => new HostedCommands(extension, host) },
  { token: ExtensionSettings, create: (extension, host) => new HostedSettings(extension, host) },
  { token: ExtensionLogger, create: (extension) => new HostedLogger(extension) },
];

export const isExtensionService = (token: unknown): boolean =>
  EXTENSION_SERVICES.some((service) => service.token === token);

/** A Nest module that provides one extension's services. */
@Module({})
class ExtensionServicesModule {
  constructor(readonly ref: ModuleRef) {}
}

const modules = new Map<string, Type<ExtensionServicesModule>>();

/**
 * Returns the module with an extension's services. The same name always returns the same class, even if
 * several applications are running.
 */
export function extensionServicesModule(extension: string): Type<ExtensionServicesModule> {
  const existing = modules.get(extension);
  if (existing !== undefined) return existing;
  const name = `Services of ${extension}`;
  const created = { [name]: class extends ExtensionServicesModule {} }[name] as Type<ExtensionServicesModule>;
  Module({
    providers: EXTENSION_SERVICES.map(({ token, create }) => ({
      provide: token,
      useFactory: (host: HostServices) => create(extension, host),
      inject: [HostServices],
    })),
    exports: EXTENSION_SERVICES.map(({ token }) => token),
  })(created);
  modules.set(extension, created);
  return created;
}

class HostedCommands extends ClaimCommands {
  constructor(
    private readonly extension: string,
    private readonly host: HostServices,
  ) {
    super();
  }

  override release: ClaimCommands['release'] = async (workspaceId, claimId, options = {}) =>
    this.host.claims.release(this.caller(workspaceId), claimId, options.notes);

  override award: ClaimCommands['award'] = async (workspaceId, showId, itemId, request) =>
    this.host.claims.award(this.caller(workspaceId), showId, itemId, request);

  override annotate: ClaimCommands['annotate'] = async (workspaceId, claimId, change) =>
    this.host.claims.annotate(this.caller(workspaceId), claimId, change);

  private caller(workspaceId: string): { workspaceId: string; extension: string } {
    return { workspaceId, extension: this.extension };
  }
}

class HostedSettings extends ExtensionSettings {
  constructor(
    private readonly extension: string,
    private readonly host: HostServices,
  ) {
    super();
  }

  override async read<Settings extends object>(type: Type<Settings>, workspaceId: string): Promise<Settings> {
    const loaded = this.host.switches.get(this.extension);
    if (loaded.definition.settings !== type) {
      throw new Error(
        `${type.name} is not the settings class of "${this.extension}". Specify it in defineExtension().`,
      );
    }
    return (await this.host.settings.read(loaded, workspaceId)) as Settings;
  }
}

class HostedLogger extends ExtensionLogger {
  private readonly logger: Logger;

  constructor(extension: string) {
    super();
    this.logger = new Logger(`extension ${extension}`);
  }

  override log(message: string): void {
    this.logger.log(message);
  }

  override warn(message: string): void {
    this.logger.warn(message);
  }

  override error(message: string, cause?: unknown): void {
    this.logger.error(message, cause === undefined ? undefined : inspect(cause));
  }

  override debug(message: string): void {
    this.logger.debug(message);
  }
}
