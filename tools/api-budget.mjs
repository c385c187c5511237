// `node tools/api-budget.mjs [seconds]`: how many calls a source costs, at rest and while the platform throttles; against the simulator, on a
// PostgreSQL of its own that is thrown away.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { startPostgres } = await import('./postgres/index.mjs');
const { runProgram } = await import('./launcher/backend-program.mjs');
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { inWorkspace } = await import('./workspace/root.mjs');
const { orFail } = await import('./workspace/run.mjs');

await orFail(prepareWorkspace());
const folder = mkdtempSync(path.join(os.tmpdir(), 'sellary-api-budget-'));
const postgres = await orFail(startPostgres({ dataDir: folder }));
const code = await runProgram(inWorkspace('backend', 'dist', 'benchmarks', 'api-budget.js'), process.argv.slice(2), {
  DATABASE_URL: postgres.url,
  DATA_DIR: folder,
});
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(code);
