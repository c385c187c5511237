import type { Type } from '@nestjs/common';
import type { ExtensionAction } from './actions';
import type { AllocationPolicy, ClaimGrammar } from './domain';
import type { SecretColumn } from './extension-secrets';
import type { HandlesJobs } from './outgoing-queue';
import type { PlatformAdapter } from './platforms';
import type { ShowFollower } from './show-follower';

/** A Nest module, as a class or as a dynamic module. */
export type ExtensionModule = Type | { module: Type };

/** An action on any target. */
export type AnyExtensionAction =
  ExtensionAction<'claim'> | ExtensionAction<'buyer'> | ExtensionAction<'show'>;

/** Everything that an extension adds to the product. Only `name`, `version`, and `api` are required. */
export interface ExtensionDefinition {
  /**
   * Lowercase letters, digits, and single hyphens; starts with a letter, at most 40 characters. Unique among
   * the loaded extensions. Routes are below `/api/x/<name>/`, and tables begin with `x_<name>_`, with
   * underscores in place of hyphens.
   */
  readonly name: string;
  /** Version of the extension itself, `1.2.3`. */
  readonly version: string;
  /** Versions of the extension API that it works with, as an npm version range: `^1.0.0`. */
  readonly api: string;
  /**
   * Controllers and providers. All of them, and all imported modules, may inject this kit's readers,
   * commands, settings, and logger. Controllers are below `/api/x/<name>/`; their callers are signed in,
   * except on routes with `@Callback`. The module must not add middleware, or a guard, pipe, interceptor, or
   * filter for the whole product.
   */
  readonly module?: ExtensionModule;
  /** Platforms. Their ids are unique among all of the server's platforms. */
  readonly adapters?: readonly PlatformAdapter[];
  /** Claim grammars that a show can choose. */
  readonly grammars?: readonly ClaimGrammar[];
  /** Allocation policies that a show can choose, and the older versions that earlier shows still use. */
  readonly policies?: readonly AllocationPolicy[];
  /** Classes with `@OnShowEvent(…)` methods. They can inject what the module exports. */
  readonly followers?: readonly Type<ShowFollower>[];
  /** Classes with `@JobHandler(…)`, for `OutgoingQueue` jobs. Created in the same way as followers. */
  readonly jobHandlers?: readonly Type<HandlesJobs<never>>[];
  /**
   * Class with a `class-validator` decorator on each property, for the form in the console. See `Setting`.
   */
  readonly settings?: Type<object>;
  /** Buttons on claims, buyers, and shows in the console. */
  readonly actions?: readonly AnyExtensionAction[];
  /** TypeORM entities of the extension's own tables. Tables and indexes begin with `x_<name>_`. */
  readonly entities?: readonly NewableFunction[];
  /**
   * TypeORM migrations of the extension's own tables. Each class name ends in a number that sets the order,
   * such as `CreateGreetings1796000000000`. They run after the product's own migrations, each in one
   * transaction, and are rejected if they change another owner's table, index, or function. A foreign key to
   * a product table is allowed.
   */
  readonly migrations?: readonly NewableFunction[];
  /** Columns of the extension's own tables that contain secrets encrypted with `ExtensionSecrets`. */
  readonly secretColumns?: readonly SecretColumn[];
}

/**
 * Declares an extension, as the default export of its package. Does not check anything: the product checks
 * all extensions together when it starts, and reports every problem in one message.
 */
export const defineExtension = (definition: ExtensionDefinition): ExtensionDefinition =>
  Object.freeze({ ...definition });
