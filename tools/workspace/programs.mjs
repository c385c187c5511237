import { readFileSync } from 'node:fs';
import { inWorkspace } from './root.mjs';

/**
 * The command line that runs a dependency's program without npm, because npm takes longer to start than many
 * programs take to run.
 * @param {string} dependency
 * @param {string} [name] the program's name, if it differs from the dependency's
 * @returns {[node: string, script: string]}
 */
export function programOf(dependency, name = dependency) {
  const folder = inWorkspace('node_modules', ...dependency.split('/'));
  const { bin } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[name];
  return [process.execPath, `${folder}/${script}`];
}
