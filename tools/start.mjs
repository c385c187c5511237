// `npm start`: installs and builds what is missing, then runs the product. When it ends, it stops everything
// that it started.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
// Loaded only here, because an unsupported Node may be unable to load it.
const { launch } = await import('./launcher/launch.mjs');
await launch(process.argv.slice(2));
