// `npm run build`: builds everything that `npm start` runs, even in a fresh clone.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { orExit } = await import('./workspace/run.mjs');
await orExit(prepareWorkspace());
