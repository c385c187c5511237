import type { ExtensionDefinition } from '@sellary/extension-kit';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { checkExtensions } from './check/check-extensions';
import { ExtensionProblems } from './check/extension-problems';
import { rememberFolder } from './host/startup-failure';
import { packageFolder, shareProductPackages } from './shared-packages';

/** Folder with the product's own extensions. */
const PRODUCT_EXTENSIONS = path.resolve(__dirname, '../../../extensions');

/**
 * Loads the extensions listed in `EXTENSIONS`. Each entry is the name of a product extension, a package name,
 * or a folder path, which starts with a dot, a slash, or a drive letter.
 * @param folder base for package lookups and for relative extension paths
 * @throws ExtensionProblems listing each extension that cannot be loaded
 */
export function loadExtensions(names: readonly string[], folder: string): ExtensionDefinition[] {
  const require = createRequire(path.join(folder, 'package.json'));
  const problems: string[] = [];
  const loaded = names.flatMap((name) => {
    try {
      const file = require.resolve(locationOf(name, folder));
      shareProductPackages(file);
      const exported: unknown = require(file);
      const definition = hasDefaultExport(exported) ? exported.default : exported;
      if (isDefinition(definition)) {
        rememberFolder(definition, packageFolder(file));
        return [definition];
      }
      problems.push(
        `"${name}" does not export an extension. Its main file must have "export default defineExtension({ … })".`,
      );
    } catch (error) {
      problems.push(`"${name}" cannot be loaded: ${reasonOf(error, name, folder)}`);
    }
    return [];
  });
  if (problems.length > 0) throw new ExtensionProblems([...problems, ...problemsOf(loaded)]);
  return loaded;
}

/** Returns the problems in the loaded extensions, so that one error reports everything. */
function problemsOf(extensions: readonly ExtensionDefinition[]): readonly string[] {
  try {
    checkExtensions(extensions);
    return [];
  } catch (error) {
    if (error instanceof ExtensionProblems) return error.problems;
    throw error;
  }
}

const isPath = (name: string): boolean => /^[./\\]|^[A-Za-z]:/.test(name);

/**
 * Returns the folder or package for a name. A product extension takes precedence over a package with the same
 * name.
 */
function locationOf(name: string, folder: string): string {
  if (isPath(name)) return path.resolve(folder, name);
  const productFolder = path.join(PRODUCT_EXTENSIONS, name);
  return /^[a-z0-9-]+$/.test(name) && existsSync(path.join(productFolder, 'package.json'))
    ? productFolder
    : name;
}

const hasDefaultExport = (found: unknown): found is { default: unknown } =>
  typeof found === 'object' && found !== null && 'default' in found;

const isDefinition = (value: unknown): value is ExtensionDefinition =>
  typeof value === 'object' && value !== null && 'name' in value && 'api' in value;

function reasonOf(error: unknown, name: string, folder: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const location = locationOf(name, folder);
  if (code === 'MODULE_NOT_FOUND' && message.includes(`'${location}'`)) {
    if (!path.isAbsolute(location)) {
      return 'this package is not installed. Install it, or specify the path to its folder, such as ./my-extension.';
    }
    return existsSync(location)
      ? 'its main file does not exist. Run npm run build in its folder, or correct "main" in its package.json.'
      : `the folder ${location} does not exist. Correct EXTENSIONS. Relative paths are resolved from ${folder}.`;
  }
  const reason = (message.split('\n')[0] ?? 'unknown reason').replace(/\.$/, '');
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND'
    ? `${reason}. Run npm install in its folder.`
    : `${reason}.`;
}
