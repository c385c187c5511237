import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inWorkspace } from '../workspace/root.mjs';

/** Lists the tests of the tools: the oldest supported Node takes no file patterns. */
export function specFiles() {
  const tools = inWorkspace('tools');
  return readdirSync(tools, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.spec.mjs'))
    .sort()
    .map((name) => path.join(tools, name));
}

/** Lists the compiled tests of the product's extensions, and the test of all extensions together. */
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
