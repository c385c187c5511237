// `npm run report-costs [-- claims]`: measures how much time and memory summaries, buyers, exports, and sales
// across shows take, on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('report-costs'));
