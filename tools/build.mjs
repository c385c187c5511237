// `npm run build`: everything that `npm start` runs, also from a bare clone.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { orFail } = await import('./workspace/run.mjs');
await orFail(prepareWorkspace());
