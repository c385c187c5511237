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

/** A service of the kit that knows which extension uses it. */
interface OwnService {
  token: AbstractProvider<object>;
  create: (extension: string, host: HostServices) => object;
}

const OWN_SERVICES: readonly OwnService[] = [
  { token: ClaimCommands, create: (extension, host) => new HostedCommands(extension, host) },
  { token: ExtensionSettings, create: (extension, host) => new HostedSettings(extension, host) },
  { token: ExtensionLogger, create: (extension) => new HostedLogger(extension) },
];

export const isOwnService = (token: unknown): boolean =>
  OWN_SERVICES.some((service) => service.token === token);

/** A Nest module that provides the services of one extension. */
@Module({})
class OwnServicesModule {
  constructor(readonly ref: ModuleRef) {}
}

const modules = new Map<string, Type<OwnServicesModule>>();

/** The module with the services of an extension. A name always has the same class, even if several applications run. */
export function ownServicesOf(extension: string): Type<OwnServicesModule> {
  const known = modules.get(extension);
  if (known !== undefined) return known;
  const name = `Services of ${extension}`;
  const made = { [name]: class extends OwnServicesModule {} }[name] as Type<OwnServicesModule>;
  Module({
    providers: OWN_SERVICES.map(({ token, create }) => ({
      provide: token,
      useFactory: (host: HostServices) => create(extension, host),
      inject: [HostServices],
    })),
    exports: OWN_SERVICES.map(({ token }) => token),
  })(made);
  modules.set(extension, made);
  return made;
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

  override flag: ClaimCommands['flag'] = async (workspaceId, claimId, remarks) =>
    this.host.claims.annotate(this.caller(workspaceId), claimId, remarks);

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
    const loaded = this.host.switches.loaded(this.extension);
    if (loaded.definition.settings !== type) {
      throw new Error(
        `${type.name} is not the settings class of "${this.extension}". Name it in defineExtension().`,
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
