// `npm run attack-load`: three users send many requests of one kind at once; for each kind, measures how long
// another user waits, and the memory of the server. It uses a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('attack-load'));
