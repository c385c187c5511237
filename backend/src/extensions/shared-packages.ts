import { existsSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';

/** Packages whose classes an extension and the product must share: a second copy would be other classes. */
const SHARED =
  /^(?:@sellary\/extension-kit|@nestjs\/(?:common|core)|typeorm|class-validator|class-transformer|reflect-metadata|rxjs)(?:\/|$)/;

interface Loader {
  _resolveFilename(
    request: string,
    parent: { filename?: string | null } | undefined,
    ...rest: unknown[]
  ): string;
}

const requireOfProduct = createRequire(__filename);
const folders = new Set<string>();

/**
 * Has the package of an extension's file, and what is installed below it, use the product's own copy of the
 * kit and of the packages that the kit is built on, whatever the extension has installed itself. An extension
 * in a folder needs no installation for them.
 */
export function shareProductPackages(file: string): void {
  if (folders.size === 0) redirect();
  folders.add(packageFolder(file));
}

function redirect(): void {
  const loader = Module as unknown as Loader;
  const resolve = loader._resolveFilename.bind(Module);
  loader._resolveFilename = (request, parent, ...rest) => {
    if (SHARED.test(request) && isOfExtension(parent?.filename)) {
      try {
        return requireOfProduct.resolve(request);
      } catch {
        // The product does not have this part of the package.
      }
    }
    return resolve(request, parent, ...rest);
  };
}

const isOfExtension = (file: string | null | undefined): boolean =>
  typeof file === 'string' && [...folders].some((folder) => file.startsWith(folder + path.sep));

/** The folder of the nearest package.json; the folder of the file if there is none. */
export function packageFolder(file: string): string {
  const folder = path.dirname(file);
  for (let at = folder; path.dirname(at) !== at; at = path.dirname(at)) {
    if (existsSync(path.join(at, 'package.json'))) return at;
  }
  return folder;
}
