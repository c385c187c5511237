// `npm run attack-load`: three users send many requests of one kind in parallel. For each kind, measures how
// long another user waits and how much memory the server uses. It uses a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('attack-load'));
