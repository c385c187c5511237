import type { ExtensionDefinition } from '@sellary/extension-kit';
import { loadExtensions } from '../extensions';

/** Loads the extensions listed in EXTENSIONS. */
export function configuredExtensions(): ExtensionDefinition[] {
  const names = (process.env['EXTENSIONS'] ?? '').split(',').flatMap((name) => name.trim() || []);
  return loadExtensions(names, process.cwd());
}
