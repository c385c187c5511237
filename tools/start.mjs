// `npm start`: installs and builds what is missing, then runs the product. It ends all that it started.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
// Loaded only now, because an unsupported Node may be unable to load it.
const { launch } = await import('./launcher/launch.mjs');
await launch(process.argv.slice(2));
