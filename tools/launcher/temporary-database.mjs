// Runs a backend benchmark on a temporary PostgreSQL, because a measurement must not touch real data.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../postgres/index.mjs';
import { prepareWorkspace } from '../workspace/prepare.mjs';
import { programOf } from '../workspace/programs.mjs';
import { inWorkspace } from '../workspace/root.mjs';
import { orExit, run } from '../workspace/run.mjs';
import { runProgram } from './backend-program.mjs';

/**
 * Builds what changed, then runs the benchmark with this process's arguments.
 * @param {string} program file name in `backend/bench`, without the extension
 * @returns {Promise<number>} its exit code
 */
export async function runOnTemporaryDatabase(program) {
  await orExit(prepareWorkspace());
  await orExit(
    run('The benchmark build', [...programOf('typescript', 'tsc'), '-p', 'backend/tsconfig.bench.json']),
  );
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sellary-bench-'));
  const postgres = await orExit(startPostgres({ dataDir: folder }));
  const code = await runProgram(
    inWorkspace('backend', 'bench', 'dist', 'bench', `${program}.js`),
    process.argv.slice(2),
    {
      DATABASE_URL: postgres.url,
      DATA_DIR: folder,
    },
  );
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  return code;
}
