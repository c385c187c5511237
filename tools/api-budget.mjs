// `npm run api-budget [-- seconds]`: measures how many calls a source makes, without comments and while the platform
// throttles, against the simulator, on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('api-budget'));
