import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inWorkspace } from '../workspace/root.mjs';

/** The tests of the tools themselves, listed here because the oldest supported Node takes no patterns. */
export function specFiles() {
  const tools = inWorkspace('tools');
  return readdirSync(tools, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.spec.mjs'))
    .sort()
    .map((name) => path.join(tools, name));
}
