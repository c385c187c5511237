// `npm run backup [-- FILE]`: one file with everything that cannot be made again, while the product runs or
// not.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/backup.js', process.argv.slice(2));
