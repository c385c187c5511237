// `npm run console-speed`: measures how fast the live console paints and responds in a browser. The results
// depend on the machine, so no limits are enforced.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
process.env['MEASURE'] = '1';
process.argv.splice(2, process.argv.length, 'e2e');
await import('./test.mjs');
