// `npm run user:reset-password -- <email>`: prints a link to set a new password, for servers without email.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/reset-password.js', process.argv.slice(2));
