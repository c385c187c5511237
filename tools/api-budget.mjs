// `npm run api-budget [-- seconds]`: measures how many calls a source makes, without comments and while the platform
// throttles, against the simulator, on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnOwnDatabase } = await import('./launcher/own-database.mjs');
process.exit(await runOnOwnDatabase('api-budget'));
