// `npm run backup [-- FILE]`: one file with everything that cannot be recreated, whether or not the product
// runs.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/backup.js', process.argv.slice(2));
