// `npm run viewer-load [-- pages]`: how long a comment takes to a console while thousands of pages for viewers
// poll, and without them; on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnOwnDatabase } = await import('./launcher/own-database.mjs');
process.exit(await runOnOwnDatabase('viewer-load'));
