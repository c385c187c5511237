// `npm run api-budget [-- seconds]`: counts the API calls to the simulator for one source without comments,
// as more and more of the API call quota is used. It uses a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('api-budget'));
