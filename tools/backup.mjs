// `npm run backup [-- FILE]`: writes one file with everything that cannot be recreated. You can run it while
// the product is running.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/backup.js', process.argv.slice(2));
