import type { Type } from '@nestjs/common';
import type { AllocationPolicy, ClaimGrammar } from './domain';
import type { PlatformAdapter } from './platforms';
import type { ShowFollower } from './show-follower';

/** A Nest module, as a class or with its providers. */
export type ExtensionModule = Type | { module: Type };

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
  /** Controllers, providers, and schedules. */
  readonly module?: ExtensionModule;
  /** Platforms. Their ids are unique among all platforms of the server. */
  readonly adapters?: readonly PlatformAdapter[];
  /** Claim grammars that a show can choose. */
  readonly grammars?: readonly ClaimGrammar[];
  /** Allocation policies that a show can choose, with the versions that earlier shows name. */
  readonly policies?: readonly AllocationPolicy[];
  /** Classes with methods that are `@OnShowEvent(…)`. They are created with what the module provides. */
  readonly followers?: readonly Type<ShowFollower>[];
  /** TypeORM entities of the extension's own tables. */
  readonly entities?: readonly NewableFunction[];
  /** TypeORM migrations of the extension's own tables, oldest first. */
  readonly migrations?: readonly NewableFunction[];
}

/**
 * Declares an extension: the default export of its package. Checks nothing; the product checks all extensions
 * together when it starts, and names every problem in one message.
 */
export const defineExtension = (definition: ExtensionDefinition): ExtensionDefinition =>
  Object.freeze({ ...definition });
