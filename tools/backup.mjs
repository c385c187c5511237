// `npm run backup [-- FILE]`: one file with everything that cannot be recreated, whether or not the product
// runs.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/backup.js', process.argv.slice(2));
