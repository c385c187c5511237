import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { ExtensionDefinition } from '@sellary/extension-kit';
import { modulesOf, pathsOf } from '../host/extension-modules';
import { foundProblems } from './extension-problems';
import { routePrefix } from './prefixes';

const GLOBAL_PROVIDER_KINDS = new Map<unknown, string>([
  [APP_GUARD, 'guard'],
  [APP_INTERCEPTOR, 'interceptor'],
  [APP_PIPE, 'pipe'],
  [APP_FILTER, 'filter'],
]);

/** Reports routes outside the extension's prefix, and providers that affect the product's routes. */
export function moduleProblems({ name, module }: ExtensionDefinition): string[] {
  const prefix = routePrefix(name);
  return modulesOf(module).flatMap(({ type, controllers, providers, isGlobal, unreadableLists }) =>
    foundProblems(
      isGlobal &&
        `"${name}" has the global module ${type.name}, whose providers could replace the product's own. Make the module non-global, and import it where it is used.`,
      unreadableLists.map(
        (list) =>
          `"${name}" has the module ${type.name}, whose ${list} contain undefined or a promise. If two files import each other, use forwardRef(() => …). Await a promise before the module is declared.`,
      ),
      controllers.flatMap((controller) =>
        pathsOf(controller)
          .filter((path) => path !== prefix && !path.startsWith(`${prefix}/`))
          .map(
            (path) =>
              `"${name}" has the route /${path} (${controller.name}). Its routes must begin with /${prefix}/.`,
          ),
      ),
      providers
        .flatMap(
          (provider) => GLOBAL_PROVIDER_KINDS.get((provider as { provide?: unknown } | null)?.provide) ?? [],
        )
        .map(
          (kind) =>
            `"${name}" has a ${kind} for the whole product (${type.name}). Apply it with a decorator to its own controllers instead.`,
        ),
      'configure' in (type.prototype as object) &&
        `"${name}" has middleware (${type.name}). Use a guard or an interceptor on its own controllers instead.`,
    ),
  );
}
