import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { ExtensionModule } from '@sellary/extension-kit';

/** A module of an extension: what its decorator and its dynamic part declare together. */
interface DeclaredModule {
  type: Type;
  controllers: Type[];
  providers: unknown[];
  /** True if every module of the product would see what it exports. */
  isGlobal: boolean;
  /** Lists with entries that are undefined, or promises, which cannot be checked. */
  unreadable: string[];
}

interface DynamicPart {
  module?: Type;
  global?: boolean;
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
    const all = (key: 'imports' | 'controllers' | 'providers'): unknown[] => [
      ...listed(type, key),
      ...(part[key] ?? []),
    ];
    const own: DeclaredModule = {
      type,
      controllers: all('controllers').filter(isReadable) as Type[],
      providers: all('providers').filter(isReadable),
      isGlobal: part.global === true || Reflect.hasMetadata(GLOBAL, type),
      unreadable: (['imports', 'controllers', 'providers'] as const).filter(
        (key) => !all(key).every(isReadable),
      ),
    };
    return [own, ...all('imports').filter(isReadable).flatMap(visit)];
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

/** Under this key, Nest notes that a module has `@Global()`. */
const GLOBAL = '__module:global__';

const isReadable = (entry: unknown): boolean =>
  entry !== undefined && entry !== null && !(entry instanceof Promise);

const listed = (type: Type, key: string): unknown[] =>
  (Reflect.getMetadata(key, type) as unknown[] | undefined) ?? [];
