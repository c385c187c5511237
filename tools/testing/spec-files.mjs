import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inWorkspace } from '../workspace/root.mjs';

/** Lists the tools' tests, because the oldest supported Node does not accept file patterns. */
export function specFiles() {
  const tools = inWorkspace('tools');
  return readdirSync(tools, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.spec.mjs'))
    .sort()
    .map((name) => path.join(tools, name));
}

/** Lists the extensions' compiled tests, and the test that runs all extensions together. */
export function extensionTestFiles() {
  const extensions = inWorkspace('extensions');
  const compiled = readdirSync(extensions)
    .map((name) => path.join(extensions, name, 'dist'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.js'))
        .map((name) => path.join(folder, name)),
    );
  return [...compiled.sort(), inWorkspace('tools', 'extensions', 'together.test.mjs')];
}
