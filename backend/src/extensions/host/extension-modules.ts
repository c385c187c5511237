import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { ExtensionModule } from '@sellary/extension-kit';

/** A module of an extension: what its decorator and its dynamic part declare together. */
export interface DeclaredModule {
  type: Type;
  controllers: Type[];
  providers: unknown[];
}

interface DynamicPart {
  module?: Type;
  forwardRef?: () => unknown;
  imports?: unknown[];
  controllers?: Type[];
  providers?: unknown[];
}

/** The module and the modules that it imports, each once. */
export function modulesOf(module: ExtensionModule | undefined): DeclaredModule[] {
  const seen = new Set<unknown>();
  const visit = (declared: unknown): DeclaredModule[] => {
    if (declared === undefined || declared === null || seen.has(declared)) return [];
    seen.add(declared);
    const part: DynamicPart = typeof declared === 'object' ? declared : {};
    if (part.forwardRef !== undefined) return visit(part.forwardRef());
    const type = typeof declared === 'function' ? (declared as Type) : part.module;
    if (type === undefined) return [];
    const own: DeclaredModule = {
      type,
      controllers: [...(listed(type, 'controllers') as Type[]), ...(part.controllers ?? [])],
      providers: [...listed(type, 'providers'), ...(part.providers ?? [])],
    };
    return [own, ...[...listed(type, 'imports'), ...(part.imports ?? [])].flatMap(visit)];
  };
  return visit(module);
}

/** Adds an import to the decorator of a module, once. */
export function addImport(type: Type, imported: Type): void {
  const imports = listed(type, 'imports');
  if (!imports.includes(imported)) Reflect.defineMetadata('imports', [...imports, imported], type);
}

/** Paths of a controller, without slashes at their ends. */
export function pathsOf(controller: Type): string[] {
  const paths = Reflect.getMetadata('path', controller) as string | string[] | undefined;
  return [paths ?? ''].flat().map((path) => path.replace(/^\/+|\/+$/g, ''));
}

const listed = (type: Type, key: string): unknown[] =>
  (Reflect.getMetadata(key, type) as unknown[] | undefined) ?? [];
