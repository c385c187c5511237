// `npm run bench`: the benchmarks of the engine, on their own PostgreSQL that is thrown away.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnOwnDatabase } = await import('./launcher/own-database.mjs');
process.exit(await runOnOwnDatabase('main'));
