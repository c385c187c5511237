// `npm run replay -- <show id>` or `-- --all`: checks that replaying a show's ledger, or every show's,
// reproduces the state in the tables.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/replay.js', process.argv.slice(2));
