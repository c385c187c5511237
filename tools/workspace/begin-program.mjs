// Like node-version.mjs, written so that even an old Node can parse it.
import { readFileSync } from 'node:fs';
import { refuseUnsupportedNode } from './node-version.mjs';

/**
 * Runs first in a program in `tools/`, before it builds, starts, or writes anything. Ends the program if Node
 * is unsupported. For `--help`, prints the program's top comment and ends the program.
 */
export function beginProgram() {
  refuseUnsupportedNode();
  if (!process.argv.slice(2).includes('--help')) return;
  console.log(firstComment(readFileSync(process.argv[1] || '', 'utf8')));
  process.exit(0);
}

/** @param {string} source */
function firstComment(source) {
  const lines = source.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines
    .slice(0, end)
    .map((line) => line.slice(3))
    .join('\n');
}
