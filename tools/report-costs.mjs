// `npm run report-costs [-- claims]`: what summaries, buyers and exports cost in time and memory, on a PostgreSQL of its own that is thrown away.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runOnOwnDatabase } = await import('./launcher/own-database.mjs');
process.exit(await runOnOwnDatabase('report-costs'));
