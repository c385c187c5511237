// `npm run model-check [-- steps [seconds [seed]]]`: runs random shows with a million steps in total (comments and
// acts of several operators), and compares each with the oracle, on a temporary PostgreSQL. It ends earlier when the
// time is over, and prints how many steps it made. The ordinary tests do the same for a few seconds.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runDatabaseSpec } = await import('./testing/database-spec.mjs');

const [steps = '1000000', seconds = '86400', seed] = process.argv.slice(2);
/** The spec has three mixes of acts, which share the steps and the time. */
const share = (/** @type {string} */ count) => String(Math.ceil(Number(count) / 3));
await runDatabaseSpec('model.db-spec', {
  MODEL_STEPS: share(steps),
  MODEL_SECONDS: share(seconds),
  MODEL_LARGE: '1',
  MODEL_LANES: '4',
  ...(seed === undefined ? {} : { MODEL_SEED: seed }),
});
