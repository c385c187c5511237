// `npm run follower-cost [-- --quick]`: measures how much longer decisions take while extensions follow the
// show, on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('follower-cost'));
