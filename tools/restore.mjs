// `npm run restore -- FILE [--replace]`: restores the product's database and data folder from a backup.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { exitIfProductRuns, runBackendProgram } = await import('./launcher/backend-program.mjs');
exitIfProductRuns();
await runBackendProgram('cli/restore.js', process.argv.slice(2));
