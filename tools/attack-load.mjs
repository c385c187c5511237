// `npm run attack-load`: measures how long another user waits while three users send as many requests as they can, for
// each kind of request, and the memory of the server, on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('attack-load'));
