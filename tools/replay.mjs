// `npm run replay -- <show id>`: does the ledger of a show lead to the state that the tables hold?
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runBackendProgram } = await import('./launcher/backend-program.mjs');
await runBackendProgram('cli/replay.js', process.argv.slice(2));
