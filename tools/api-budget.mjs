// `npm run api-budget [-- seconds]`: counts the calls to the simulator for one source without comments, while
// more and more of the calls that the platform allows are used. It uses a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('api-budget'));
