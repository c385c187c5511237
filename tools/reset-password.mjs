// `npm run user:reset-password -- <email>`: a link to a new password for somebody who forgot theirs, where no mail can be sent.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/reset-password.js', process.argv.slice(2));
