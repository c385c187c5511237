// `npm run db:migrate`, `db:generate`, `db:revert`, `db:seed`: commands for the product's database.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/database.js', process.argv.slice(2));
