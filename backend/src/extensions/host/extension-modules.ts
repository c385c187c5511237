import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { ExtensionModule } from '@sellary/extension-kit';

/** An extension module, as declared by its decorator and its dynamic part together. */
interface DeclaredModule {
  type: Type;
  controllers: Type[];
  providers: unknown[];
  /** True if every module in the product would see this module's exports. */
  isGlobal: boolean;
  /** Names of the lists with entries that cannot be checked, because they are undefined or promises. */
  unreadableLists: string[];
}

interface DynamicPart {
  module?: Type;
  global?: boolean;
  forwardRef?: () => unknown;
  imports?: unknown[];
  controllers?: Type[];
  providers?: unknown[];
}

/** Returns the module and all modules that it imports, each once. */
export function modulesOf(module: ExtensionModule | undefined): DeclaredModule[] {
  const seen = new Set<unknown>();
  const visit = (declared: unknown): DeclaredModule[] => {
    if (declared === undefined || declared === null || seen.has(declared)) return [];
    seen.add(declared);
    const part: DynamicPart = typeof declared === 'object' ? declared : {};
    if (part.forwardRef !== undefined) return visit(part.forwardRef());
    const type = typeof declared === 'function' ? (declared as Type) : part.module;
    if (type === undefined) return [];
    const entriesOf = (key: 'imports' | 'controllers' | 'providers'): unknown[] => [
      ...metadataList(type, key),
      ...(part[key] ?? []),
    ];
    const declaration: DeclaredModule = {
      type,
      controllers: entriesOf('controllers').filter(isReadable) as Type[],
      providers: entriesOf('providers').filter(isReadable),
      isGlobal: part.global === true || Reflect.hasMetadata(GLOBAL, type),
      unreadableLists: (['imports', 'controllers', 'providers'] as const).filter(
        (key) => !entriesOf(key).every(isReadable),
      ),
    };
    return [declaration, ...entriesOf('imports').filter(isReadable).flatMap(visit)];
  };
  return visit(module);
}

/** Adds an import to a module's decorator, unless the decorator already has it. */
export function addImport(type: Type, imported: Type): void {
  const imports = metadataList(type, 'imports');
  if (!imports.includes(imported)) Reflect.defineMetadata('imports', [...imports, imported], type);
}

/** Returns a controller's paths, without leading or trailing slashes. */
export function pathsOf(controller: Type): string[] {
  const paths = Reflect.getMetadata('path', controller) as string | string[] | undefined;
  return [paths ?? ''].flat().map((path) => path.replace(/^\/+|\/+$/g, ''));
}

/** Metadata key that Nest sets on a module with `@Global()`. */
const GLOBAL = '__module:global__';

const isReadable = (entry: unknown): boolean =>
  entry !== undefined && entry !== null && !(entry instanceof Promise);

const metadataList = (type: Type, key: string): unknown[] =>
  (Reflect.getMetadata(key, type) as unknown[] | undefined) ?? [];
