import { type DynamicModule, Inject, Module, type OnModuleInit, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { ExtensionDefinition, ShowFollower } from '@sellary/extension-kit';
import { RuleCatalog, ShowsModule } from '../shows';
import { checkExtensions } from './check-extensions';
import { toFollower } from './followers/follower';
import { ShowFollowers } from './followers/show-followers';

const EXTENSIONS = Symbol('extensions');

/** Hosts the extensions that were loaded. */
@Module({})
export class ExtensionsModule implements OnModuleInit {
  constructor(
    @Inject(EXTENSIONS) private readonly extensions: readonly ExtensionDefinition[],
    private readonly followers: ShowFollowers,
    private readonly modules: ModuleRef,
    catalog: RuleCatalog,
  ) {
    for (const extension of extensions) catalog.add(extension);
  }

  /** @throws ExtensionProblems */
  static create(extensions: readonly ExtensionDefinition[]): DynamicModule {
    checkExtensions(extensions);
    return {
      module: ExtensionsModule,
      imports: [ShowsModule, ...extensions.map(hosted)],
      providers: [{ provide: EXTENSIONS, useValue: extensions }, ShowFollowers],
    };
  }

  onModuleInit(): void {
    for (const { name, followers = [] } of this.extensions) {
      this.followers.add(
        followers.map((type) => toFollower(name, this.modules.get<ShowFollower>(type, { strict: false }))),
      );
    }
  }
}

/** The extension's own module, with its followers as providers beside what it exports. */
function hosted({ name, module, followers = [] }: ExtensionDefinition): DynamicModule {
  const host: Type = { [name]: class {} }[name] as Type;
  return {
    module: host,
    imports: module === undefined ? [] : [module as Type | DynamicModule],
    providers: [...followers],
  };
}
