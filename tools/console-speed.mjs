// `npm run console-speed`: how fast the live console paints and responds, in a browser. Figures, not checks:
// they depend on the machine.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
process.env['MEASURE'] = '1';
process.argv.splice(2, process.argv.length, 'e2e');
await import('./test.mjs');
