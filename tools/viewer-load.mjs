// `npm run viewer-load [-- pages]`: measures how long a comment takes to reach a console, with and without
// viewer pages that poll the server (10,000 by default), on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('viewer-load'));
