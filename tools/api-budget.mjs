// `npm run api-budget [-- seconds]`: how many calls a source costs, at rest and while the platform throttles; against the simulator, on a
// PostgreSQL of its own that is thrown away.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runOnOwnDatabase } = await import('./launcher/own-database.mjs');
process.exit(await runOnOwnDatabase('api-budget'));
