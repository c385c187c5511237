// Installs the dependencies of this clone and builds it, in one process at a time, because `npm test` and
// `npm start` may begin at the same time.
import { waitForLock } from '../processes/lock-file.mjs';
import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { inWorkspace } from './root.mjs';

/**
 * Installs and builds what is missing or stale. If everything is up to date, it writes nothing, because the
 * clone may be read-only for the user that runs it.
 * @param {{ withBuild?: boolean }} [options]
 * @returns {Promise<void>}
 */
export async function prepareWorkspace({ withBuild = true } = {}) {
  const isReady = () => isInstalled() && (!withBuild || isBuilt());
  if (isReady()) return;
  let hasLogged = false;
  const { lock } = await waitForLock(inWorkspace('.nx', 'prepare.lock'), {}, ({ pid }) => {
    if (!hasLogged) console.log(`Waiting for another process (${pid}) that is preparing this clone …`);
    hasLogged = true;
    return true;
  });
  if (lock === undefined) throw new Error('Unreachable: the wait for the lock has no limit.');
  try {
    /** @param {import('../processes/identity.mjs').ProcessIdentity} worker holds the lock if we are killed */
    const addWorker = (worker) => lock.update({ worker });
    if (!isInstalled()) await install(addWorker);
    if (withBuild && !isBuilt()) await build(addWorker);
  } finally {
    lock.release();
  }
}
