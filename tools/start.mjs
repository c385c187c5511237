// `npm start`: from a bare clone to a running product, in one process that owns everything it starts.
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
// Loaded only now: what follows may use anything that the supported versions of Node have.
const { launch } = await import('./launcher/launch.mjs');
await launch(process.argv.slice(2));
