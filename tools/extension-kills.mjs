// `npm run extension-kills [-- rounds]`: kills the product at random moments while extension followers add
// jobs to the outgoing queue, on a temporary PostgreSQL. The ordinary tests do the same for a few rounds.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runDatabaseSpec } = await import('./testing/database-spec.mjs');

const [rounds = '100'] = process.argv.slice(2);
await runDatabaseSpec('extensions/killed-process', { KILL_ROUNDS: rounds });
