// `npm run dev`: compiles the backend and restarts it on every change. Angular serves the console on its own
// port, rebuilds it on every change, and forwards requests to the backend.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { compileOnChange } = await import('./dev/compiler.mjs');
const { RestartingServer } = await import('./dev/server.mjs');
const { ancestorsToFollow } = await import('./launcher/ancestors.mjs');
const { claimInstance } = await import('./launcher/instance.mjs');
const { startRehearsalPlatform } = await import('./launcher/rehearsal-platform.mjs');
const { listenForStop } = await import('./launcher/stop-requests.mjs');
const { startPostgres } = await import('./postgres/index.mjs');
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { programOf } = await import('./workspace/programs.mjs');
const { dataFolder, inWorkspace, readEnvironmentFile } = await import('./workspace/root.mjs');
const { orExit } = await import('./workspace/run.mjs');

const CONSOLE_PORT = '4200';

readEnvironmentFile();
const ancestors = ancestorsToFollow(false);
const stop = listenForStop(ancestors);
const dataDir = dataFolder();
mkdirSync(dataDir, { recursive: true });
const instance = await orExit(claimInstance(dataDir, ancestors));
await orExit(prepareWorkspace({ withBuild: false }));

const port = process.env['PORT'] || '3000';
const postgres = process.env['DATABASE_URL']
  ? null
  : await orExit(startPostgres({ dataDir, log: console.log }));
// The simulator is not compiled here. It exists after the first `npm start` or build.
const platform = existsSync(inWorkspace('simulator', 'dist', 'index.js'))
  ? await startRehearsalPlatform(dataDir)
  : null;
platform?.setProductUrl(`http://127.0.0.1:${port}`);
const server = new RestartingServer({
  DATABASE_URL: postgres?.url ?? process.env['DATABASE_URL'],
  DATA_DIR: dataDir,
  PORT: port,
  // Browsers connect through Angular's server, so their Origin is that server's address.
  PUBLIC_URL: process.env['PUBLIC_URL'] || `http://127.0.0.1:${CONSOLE_PORT}`,
});

let compileCount = 0;
/** @param {boolean} hasSucceeded */
function onCompiled(hasSucceeded) {
  compileCount += 1;
  // Both compilers report once at the start. Until then, half of the program may be missing.
  if (hasSucceeded && compileCount >= 2) void server.restart();
}
const compilers = ['contracts', 'backend'].map((project) => compileOnChange(project, onCompiled));

mkdirSync(inWorkspace('.nx'), { recursive: true });
const proxy = inWorkspace('.nx', 'dev-proxy.json');
const target = `http://127.0.0.1:${port}`;
writeFileSync(
  proxy,
  JSON.stringify({ '/api/realtime': { target, ws: true }, '/api': { target }, '/health': { target } }),
);
const [node, ng] = programOf('@angular/cli', 'ng');
const angularServer = spawn(
  node,
  [ng, 'serve', '--host', '127.0.0.1', '--port', CONSOLE_PORT, '--proxy-config', proxy],
  {
    cwd: inWorkspace('frontend'),
    env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);

/** @param {import('node:child_process').ChildProcess} child */
async function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  // Angular's server ignores SIGTERM in the middle of a build.
  const killTimer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await exited;
  clearTimeout(killTimer);
}

await stop.requested;
await Promise.all([server.stop(), ...[angularServer, ...compilers].map(endChild)]);
await platform?.close();
await postgres?.stop();
instance.release();
process.exit(0);
