// `npm run db:migrate`, `db:generate`, `db:revert`, `db:seed`.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('kernel/database/cli.js', process.argv.slice(2));
