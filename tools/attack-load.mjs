// `npm run attack-load`: measures how long another user waits, and how much memory the server uses, while
// three users send many requests of one kind in parallel. It does so for each kind. It uses a temporary
// PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('attack-load'));
