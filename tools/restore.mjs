// `npm run restore -- FILE [--replace]`: puts a backup into the product's database and data folder.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { refuseRunningProduct, runBackendProgram } = await import('./launcher/backend-program.mjs');
refuseRunningProduct();
await runBackendProgram('cli/restore.js', process.argv.slice(2));
