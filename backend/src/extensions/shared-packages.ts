import { existsSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';

/** Packages that an extension and the product must share, because a second copy has different classes. */
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
 * Makes the package that contains an extension's file, and the packages installed below it, use the product's
 * copies of the `SHARED` packages (the kit and the packages that the kit is built on). This applies even if
 * the extension has installed its own copies.
 */
export function shareProductPackages(file: string): void {
  if (folders.size === 0) redirectRequires();
  folders.add(packageFolder(file));
}

function redirectRequires(): void {
  const loader = Module as unknown as Loader;
  const resolve = loader._resolveFilename.bind(Module);
  loader._resolveFilename = (request, parent, ...rest) => {
    if (SHARED.test(request) && belongsToExtension(parent?.filename)) {
      try {
        return requireOfProduct.resolve(request);
      } catch {
        // The product does not have this part of the package.
      }
    }
    return resolve(request, parent, ...rest);
  };
}

const belongsToExtension = (file: string | null | undefined): boolean =>
  typeof file === 'string' && [...folders].some((folder) => file.startsWith(folder + path.sep));

/** Returns the folder with the nearest package.json, or the file's own folder if there is none. */
export function packageFolder(file: string): string {
  const folder = path.dirname(file);
  for (let parent = folder; path.dirname(parent) !== parent; parent = path.dirname(parent)) {
    if (existsSync(path.join(parent, 'package.json'))) return parent;
  }
  return folder;
}
