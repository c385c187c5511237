// `npm run lossy-trial [-- comments [kills [speed]]]`: reads ten thousand comments from a simulated platform
// with all its faults, kills the product five times, and compares the result with the oracle, on a temporary
// PostgreSQL. The regular tests do the same on a smaller scale.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runDatabaseSpec } = await import('./testing/database-spec.mjs');

const [comments = '10000', kills = '5', speed = '10'] = process.argv.slice(2);
await runDatabaseSpec('lossy-day', { LOSSY_COMMENTS: comments, LOSSY_KILLS: kills, LOSSY_SPEED: speed });
