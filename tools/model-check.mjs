// `npm run model-check [-- steps [seconds [seed]]]`: runs random shows with a million steps in total
// (comments, and acts by several operators) on a temporary PostgreSQL, and compares each show with the
// oracle. It stops early if time runs out, and prints how many steps it completed. The regular tests do the
// same for a few seconds.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runDatabaseSpec } = await import('./testing/database-spec.mjs');

const [steps = '1000000', seconds = '86400', seed] = process.argv.slice(2);
/** The spec has three mixes of acts, which split the steps and the time evenly. */
const share = (/** @type {string} */ count) => String(Math.ceil(Number(count) / 3));
await runDatabaseSpec('model.db-spec', {
  MODEL_STEPS: share(steps),
  MODEL_SECONDS: share(seconds),
  MODEL_LARGE: '1',
  MODEL_LANES: '4',
  ...(seed === undefined ? {} : { MODEL_SEED: seed }),
});
