// `npm run bench`: the benchmarks of the engine, on a PostgreSQL of their own that is thrown away.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { runOnOwnDatabase } = await import('./launcher/own-database.mjs');
process.exit(await runOnOwnDatabase('main'));
