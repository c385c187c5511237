// `npm run report-costs [-- claims]`: measures the time and memory needed for summaries, lists of buyers,
// exports, and sales across shows, on a temporary PostgreSQL.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { runOnTemporaryDatabase } = await import('./launcher/temporary-database.mjs');
process.exit(await runOnTemporaryDatabase('report-costs'));
