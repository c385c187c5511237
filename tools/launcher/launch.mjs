// Starts the product's parts in order, runs until a stop request, and stops the parts in reverse order.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Refusal, startPostgres } from '../postgres/index.mjs';
import { isFree } from '../postgres/ports.mjs';
import { identityOf } from '../processes/identity.mjs';
import { prepareWorkspace } from '../workspace/prepare.mjs';
import { dataFolder, inWorkspace, readEnvironmentFile } from '../workspace/root.mjs';
import { printFailure } from '../workspace/run.mjs';
import { ancestorsToFollow } from './ancestors.mjs';
import { openDataFolder } from './data-folder.mjs';
import { claimInstance } from './instance.mjs';
import { startRehearsalPlatform } from './rehearsal-platform.mjs';
import { ServerKeeper } from './server-keeper.mjs';
import { listenForStop } from './stop-requests.mjs';

/**
 * @param {string[]} commandLine `--server <file>` runs another server module and prepares nothing;
 * `--with-parent` stops the product when the parent process ends
 * @returns {Promise<never>}
 */
export async function launch(commandLine) {
  const { values } = parseArgs({
    args: commandLine,
    options: { server: { type: 'string' }, 'with-parent': { type: 'boolean', default: false } },
  });
  // A closed terminal or a killed npm closes our output, which must not interrupt the shutdown.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  readEnvironmentFile();
  const ancestors = ancestorsToFollow(values['with-parent']);
  const stop = listenForStop(ancestors);
  const dataDir = dataFolder();

  /** @type {(() => void | Promise<void>)[]} */
  const stopSteps = [];
  /** @type {Promise<number>} */
  const run = (async () => {
    openDataFolder(dataDir, { withDatabase: !process.env['DATABASE_URL'] });
    const instance = await Promise.race([claimInstance(dataDir, ancestors), stop.requested]);
    if (instance === undefined) return 0;
    stopSteps.unshift(() => instance.release());
    void stop.requested.then(() => instance.update({ state: 'stopping' }));
    // A stop request during the preparation interrupts it. A later stop request takes effect only after the
    // server has started, so that the server can be stopped cleanly.
    if (values.server === undefined) await Promise.race([prepareWorkspace(), stop.requested]);
    if (stop.isRequested()) return 0;
    const serverModule = values.server ?? inWorkspace('backend', 'dist', 'main.js');
    if (!existsSync(serverModule)) {
      throw new Refusal(`There is no server at ${serverModule}. Build it first (npm run build).`);
    }
    // Another server module does not use the simulated platform, which may not be built.
    const platform = values.server === undefined ? await startRehearsalPlatform(dataDir) : null;
    if (platform !== null) stopSteps.unshift(() => platform.close());
    // If the launcher is killed, its server process may run for a moment longer. Another start may begin only
    // after both have ended.
    const server = new ServerKeeper(serverModule, (pid) => instance.update({ worker: identityOf(pid) }));
    const url = await startProduct(dataDir, server, stopSteps);
    platform?.setProductUrl(url);
    if (stop.isRequested()) return 0;
    instance.update({ state: 'running', url });
    console.log(`Sellary Live Assist is ready: ${url}`);
    await warnOfOtherLocalhost();
    if (platform !== null) {
      console.log(
        `No Meta app is configured: Facebook and Instagram are simulated for a rehearsal (${platform.url}).`,
      );
    }
    await stop.requested;
    console.log('Stopping …');
    return 0;
  })();

  let exitCode = 1;
  try {
    exitCode = await run;
  } catch (error) {
    printFailure(error);
  }
  for (const step of stopSteps) await step();
  process.exit(exitCode);
}

/**
 * @param {string} dataDir
 * @param {ServerKeeper} server
 * @param {(() => void | Promise<void>)[]} stopSteps
 * @returns {Promise<string>} the product's address
 */
async function startProduct(dataDir, server, stopSteps) {
  const port = Number((process.env['PORT'] ||= '3000'));
  const host = (process.env['HOST'] ||= process.env['NODE_ENV'] === 'production' ? '0.0.0.0' : '127.0.0.1');
  process.env['DATA_DIR'] = dataDir;
  // Checked before the database starts, so that the most common mistake is reported immediately.
  if (port > 0 && port < 65_536 && !(await isFree(port, host))) throw portTakenError(port);
  if (!process.env['DATABASE_URL']) {
    const postgres = await startPostgres({ dataDir, log: (line) => console.log(line) });
    stopSteps.unshift(() => postgres.stop());
    process.env['DATABASE_URL'] = postgres.url;
  }
  stopSteps.unshift(() => server.stop());
  try {
    return await server.start();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE') throw portTakenError(port);
    throw error;
  }
}

/** Warns if another program uses our port on IPv6, because browsers prefer IPv6 for `localhost`. */
async function warnOfOtherLocalhost() {
  const port = Number(process.env['PORT']);
  if (process.env['HOST']?.includes(':') || (await isFree(port, '::1'))) return;
  console.log(
    `Another program is using port ${port} on [::1] and may respond at http://localhost:${port}. Use the address above.`,
  );
}

/** @param {number} port */
function portTakenError(port) {
  return new Refusal(
    `Port ${port} is already in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
}
