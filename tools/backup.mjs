// `npm run backup [-- FILE]`: writes one file with everything that cannot be recreated. The product may be running.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/backup.js', process.argv.slice(2));
