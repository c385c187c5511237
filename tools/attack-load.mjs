// `npm run attack-load`: how long another user waits while three users send as much as they can, kind by kind,
// and the memory of the server; on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnOwnDatabase } = await import('./launcher/own-database.mjs');
process.exit(await runOnOwnDatabase('attack-load'));
