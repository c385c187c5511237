// `npm start`: from a fresh clone to a running product, in one process that owns everything it starts.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
// Loaded only now: what follows may use anything that the supported versions of Node have.
const { launch } = await import('./launcher/launch.mjs');
await launch(process.argv.slice(2));
