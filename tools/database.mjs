// `npm run db:migrate`, `db:generate`, `db:revert`, `db:seed`.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/database.js', process.argv.slice(2));
