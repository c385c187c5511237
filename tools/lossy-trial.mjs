// `npm run lossy-trial [-- comments [kills [speed]]]`: ten thousand comments over the simulated platform at
// its worst, with the product killed five times, compared with the oracle, on a temporary PostgreSQL. The
// ordinary tests do the same on a smaller scale.
import { spawn } from 'node:child_process';
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { programOf } = await import('./workspace/programs.mjs');
const { inWorkspace } = await import('./workspace/root.mjs');
const { orFail } = await import('./workspace/run.mjs');

const [comments = '10000', kills = '5', speed = '10'] = process.argv.slice(2);
await orFail(prepareWorkspace({ withBuild: false }));
const [program, ...script] = programOf('jest');
const child = spawn(
  program,
  [...script, '-c', 'jest.config.cjs', '--selectProjects', 'database', '--testPathPatterns', 'lossy-day'],
  {
    cwd: inWorkspace('backend'),
    stdio: 'inherit',
    env: { ...process.env, LOSSY_COMMENTS: comments, LOSSY_KILLS: kills, LOSSY_SPEED: speed },
  },
);
child.once('exit', (code) => process.exit(code ?? 1));
