import type { ExtensionDefinition } from '@sellary/extension-kit';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ExtensionProblems } from './check/extension-problems';
import { shareProductPackages } from './shared-packages';

/**
 * Loads the extensions that `EXTENSIONS` names: packages, or folders that start with a dot or a slash.
 * `folder`: where relative folders begin and packages are installed.
 * @throws ExtensionProblems that names each one that cannot be loaded
 */
export function loadExtensions(names: readonly string[], folder: string): ExtensionDefinition[] {
  const require = createRequire(path.join(folder, 'package.json'));
  const problems: string[] = [];
  const loaded = names.flatMap((name) => {
    try {
      const isFolder = /^[./\\]|^[A-Za-z]:/.test(name);
      const file = require.resolve(isFolder ? path.resolve(folder, name) : name);
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
