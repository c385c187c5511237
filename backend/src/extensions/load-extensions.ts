import type { ExtensionDefinition } from '@sellary/extension-kit';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ExtensionProblems } from './check/extension-problems';
import { shareProductPackages } from './shared-packages';

/** Folder of the product's own extensions. */
const OWN_EXTENSIONS = path.resolve(__dirname, '../../../extensions');

/**
 * Loads the extensions that `EXTENSIONS` names: extensions of the product by their names, packages, or folders
 * that start with a dot or a slash. `folder`: where relative folders begin and packages are installed.
 * @throws ExtensionProblems that names each one that cannot be loaded
 */
export function loadExtensions(names: readonly string[], folder: string): ExtensionDefinition[] {
  const require = createRequire(path.join(folder, 'package.json'));
  const problems: string[] = [];
  const loaded = names.flatMap((name) => {
    try {
      const file = require.resolve(placeOf(name, folder));
      shareProductPackages(file);
      const found: unknown = require(file);
      const definition = isModule(found) ? found.default : found;
      if (isDefinition(definition)) return [definition];
      problems.push(
        `"${name}" exports no extension. Its main file must have "export default defineExtension({ … })".`,
      );
    } catch (error) {
      problems.push(`"${name}" cannot be loaded: ${reasonOf(error, name)}`);
    }
    return [];
  });
  if (problems.length > 0) throw new ExtensionProblems(problems);
  return loaded;
}

/** The folder or package of a name. A name of the product's own extensions means that one. */
function placeOf(name: string, folder: string): string {
  if (/^[./\\]|^[A-Za-z]:/.test(name)) return path.resolve(folder, name);
  const own = path.join(OWN_EXTENSIONS, name);
  return /^[a-z0-9-]+$/.test(name) && existsSync(path.join(own, 'package.json')) ? own : name;
}

const isModule = (found: unknown): found is { default: unknown } =>
  typeof found === 'object' && found !== null && 'default' in found;

const isDefinition = (value: unknown): value is ExtensionDefinition =>
  typeof value === 'object' && value !== null && 'name' in value && 'api' in value;

function reasonOf(error: unknown, name: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'MODULE_NOT_FOUND' && message.includes(`'${name}'`)
    ? 'no such package is installed. Install it, or give the path of its folder, such as ./my-extension.'
    : (message.split('\n')[0] ?? 'unknown reason');
}
