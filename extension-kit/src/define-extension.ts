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
   * the loaded extensions. Routes are below `/api/x/<name>/`, and tables begin with `x_<name>_`, in which
   * hyphens are underscores.
   */
  readonly name: string;
  /** Version of the extension itself, `1.2.3`. */
  readonly version: string;
  /** Versions of the extension API that it works with, as a range of npm: `^1.0.0`. */
  readonly api: string;
  /**
   * Controllers and providers. All of them, and all imported modules, may inject the readers, commands,
   * settings, and the logger of this kit. Controllers are below `/api/x/<name>/`; their callers are signed in.
   * It must not add middleware, or a guard, pipe, interceptor, or filter for the whole product.
   */
  readonly module?: ExtensionModule;
  /** Platforms. Their ids are unique among all platforms of the server. */
  readonly adapters?: readonly PlatformAdapter[];
  /** Claim grammars that a show can choose. */
  readonly grammars?: readonly ClaimGrammar[];
  /** Allocation policies that a show can choose, and the former versions that earlier shows still use. */
  readonly policies?: readonly AllocationPolicy[];
  /** Classes with `@OnShowEvent(…)` methods. They are created with what the module provides. */
  readonly followers?: readonly Type<ShowFollower>[];
  /** Classes with `@JobHandler(…)`, for jobs of the `OutgoingQueue`. They are created like the followers. */
  readonly jobHandlers?: readonly Type<HandlesJobs<never>>[];
  /** Class with a `class-validator` decorator on each property: the form in the console. See `Setting`. */
  readonly settings?: Type<object>;
  /** Buttons on claims, buyers, and shows in the console. */
  readonly actions?: readonly AnyExtensionAction[];
  /** TypeORM entities of the extension's own tables. Tables and indexes begin with `x_<name>_`. */
  readonly entities?: readonly NewableFunction[];
  /**
   * TypeORM migrations of the extension's own tables. The name of each class ends in a number by which they
   * are ordered, such as `CreateGreetings1796000000000`. They run after those of the product, each in one
   * transaction, and are refused if they change a table, index, or function of another owner. A foreign key to
   * a table of the product is allowed.
   */
  readonly migrations?: readonly NewableFunction[];
  /** Columns of the extension's own tables that contain secrets of `ExtensionSecrets`. */
  readonly secretColumns?: readonly SecretColumn[];
}

/**
 * Declares an extension: the default export of its package. Checks nothing; the product checks all extensions
 * together when it starts, and names every problem in one message.
 */
export const defineExtension = (definition: ExtensionDefinition): ExtensionDefinition =>
  Object.freeze({ ...definition });
