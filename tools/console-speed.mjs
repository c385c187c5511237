// `npm run console-speed`: measures how fast the live console paints and responds in a browser. The figures depend on
// the machine, so there is no limit that they must meet.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
process.env['MEASURE'] = '1';
process.argv.splice(2, process.argv.length, 'e2e');
await import('./test.mjs');
