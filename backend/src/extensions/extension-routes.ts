import 'reflect-metadata';
import type { ExtensionModule } from '@sellary/extension-kit';

export interface ControllerRoute {
  /** Name of the controller's class. */
  controller: string;
  /** Path of the controller, without slashes at its ends. */
  path: string;
}

interface DeclaredModule {
  module?: NewableFunction;
  imports?: unknown[];
  controllers?: NewableFunction[];
}

/** The controllers of a module and of the modules that it imports. */
export function controllersOf(module: ExtensionModule | undefined): ControllerRoute[] {
  const seen = new Set<unknown>();
  const visit = (declared: unknown): ControllerRoute[] => {
    if (declared === undefined || declared === null || seen.has(declared)) return [];
    seen.add(declared);
    const dynamic: DeclaredModule = typeof declared === 'object' ? declared : {};
    const type = typeof declared === 'function' ? declared : dynamic.module;
    const listed = (key: string): unknown[] =>
      type === undefined ? [] : ((Reflect.getMetadata(key, type) as unknown[] | undefined) ?? []);
    const controllers = [...listed('controllers'), ...(dynamic.controllers ?? [])] as NewableFunction[];
    return [
      ...controllers.flatMap(routesOf),
      ...[...listed('imports'), ...(dynamic.imports ?? [])].flatMap(visit),
    ];
  };
  return visit(module);
}

function routesOf(controller: NewableFunction): ControllerRoute[] {
  const paths = Reflect.getMetadata('path', controller) as string | string[] | undefined;
  return [paths ?? ''].flat().map((path) => ({
    controller: controller.name,
    path: path.replace(/^\/+|\/+$/g, ''),
  }));
}
