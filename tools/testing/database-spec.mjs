import { spawn } from 'node:child_process';
import { prepareWorkspace } from '../workspace/prepare.mjs';
import { programOf } from '../workspace/programs.mjs';
import { inWorkspace } from '../workspace/root.mjs';
import { orExit } from '../workspace/run.mjs';

/**
 * Runs the database specs whose path matches `pattern`, on the database in TEST_DATABASE_URL or on a
 * temporary PostgreSQL, and ends this process with Jest's exit code.
 * @param {string} pattern
 * @param {Record<string, string>} env
 */
export async function runDatabaseSpec(pattern, env) {
  await orExit(prepareWorkspace({ withBuild: false }));
  const [program, ...script] = programOf('jest');
  const child = spawn(
    program,
    [...script, '-c', 'jest.config.cjs', '--selectProjects', 'database', '--testPathPatterns', pattern],
    { cwd: inWorkspace('backend'), stdio: 'inherit', env: { ...process.env, ...env } },
  );
  child.once('exit', (code) => process.exit(code ?? 1));
}
