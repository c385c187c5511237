// `npm run follower-cost [-- --quick]`: measures how much later a show decides while extensions follow it, on a
// temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('follower-cost'));
