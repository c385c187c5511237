// Dependencies and build of this clone, made by one process at a time: a test run and a start may well begin together.
import { waitForLock } from '../processes/lock-file.mjs';
import { buildWhenNeeded } from './build.mjs';
import { installWhenNeeded } from './install.mjs';
import { inWorkspace } from './root.mjs';

/**
 * @param {{ build?: boolean }} [what]
 * @returns {Promise<void>}
 */
export async function prepareWorkspace({ build = true } = {}) {
  let said = false;
  const { lock } = await waitForLock(inWorkspace('.nx', 'prepare.lock'), {}, ({ pid }) => {
    if (!said) console.log(`Waiting for another process (${pid}) that is preparing this clone …`);
    said = true;
    return true;
  });
  if (lock === undefined) throw new Error('The preparation lock was not granted.');
  try {
    /** @param {import('../processes/identity.mjs').ProcessIdentity} worker */
    const remember = (worker) => lock.update({ worker });
    await installWhenNeeded(remember);
    if (build) await buildWhenNeeded(remember);
  } finally {
    lock.release();
  }
}
