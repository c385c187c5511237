// The TypeScript compiler in watch mode.
import { spawn } from 'node:child_process';
import { programOf } from '../workspace/programs.mjs';
import { inWorkspace } from '../workspace/root.mjs';

/**
 * @param {string} project
 * @param {(hasSucceeded: boolean) => void} onCompiled called after every compilation
 * @returns {import('node:child_process').ChildProcess}
 */
export function compileOnChange(project, onCompiled) {
  const [program, script] = programOf('typescript', 'tsc');
  const args = [script, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
  const child = spawn(program, args, { cwd: inWorkspace(project), stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const summary = /Found (\d+) errors?\./.exec(text);
    // Only errors are printed, because the server restart shows that a file was compiled.
    if (summary === null ? text.includes('error TS') : summary[1] !== '0') process.stdout.write(text);
    if (summary !== null) onCompiled(summary[1] === '0');
  });
  return child;
}
