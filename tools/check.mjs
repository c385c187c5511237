// `npm run check`: runs every code check that needs neither a database nor a browser. It shows all of a
// step's findings, and stops after the first step with findings.
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { programOf } = await import('./workspace/programs.mjs');
const { inWorkspace, ROOT } = await import('./workspace/root.mjs');
const { projectsOf, nxNameOf } = await import('./workspace/build.mjs');
const { runTarget } = await import('./workspace/nx.mjs');
const { orExit, run } = await import('./workspace/run.mjs');

const SHOW_OUTPUT = { showOutput: true };

/** @type {Record<string, () => Promise<void>>} */
const STEPS = {
  format: () =>
    run(
      'Formatting (npm run format fixes it)',
      [...programOf('prettier'), '--check', '--log-level', 'warn', '.'],
      SHOW_OUTPUT,
    ),
  lint: () => run('Lint', [...programOf('eslint'), '.'], SHOW_OUTPUT),
  boundaries: () =>
    run(
      'Module boundaries',
      [
        ...programOf('dependency-cruiser', 'depcruise'),
        '--config',
        '.dependency-cruiser.mjs',
        'backend',
        'contracts/src',
        'extension-kit/src',
        'simulator/src',
        'frontend/src',
        'extensions',
        'e2e',
        'tools',
      ],
      SHOW_OUTPUT,
    ),
  typecheck: async () => {
    await runTarget(
      'Types',
      'typecheck',
      [...projectsOf(ROOT).map((project) => nxNameOf(ROOT, project)), 'e2e'],
      SHOW_OUTPUT,
    );
    await run(
      'Types in tools',
      [...programOf('typescript', 'tsc'), '-p', 'tools/tsconfig.json', '--noEmit'],
      SHOW_OUTPUT,
    );
  },
  api: () =>
    run(
      'The extension API (npm run extension-api writes its report)',
      [process.execPath, inWorkspace('tools', 'extension-api.mjs'), '--check'],
      SHOW_OUTPUT,
    ),
  texts: () =>
    run(
      'Texts of the console (npm run i18n writes them)',
      [process.execPath, inWorkspace('tools', 'i18n.mjs'), '--check'],
      SHOW_OUTPUT,
    ),
  unit: () => run('Unit tests', [process.execPath, inWorkspace('tools', 'test.mjs'), 'unit'], SHOW_OUTPUT),
};

const requestedSteps = process.argv.slice(2);
const unknownSteps = requestedSteps.filter((name) => !(name in STEPS));
if (unknownSteps.length > 0) {
  console.error(
    `Unknown check: ${unknownSteps.join(', ')}. The checks are ${Object.keys(STEPS).join(', ')}.`,
  );
  process.exit(1);
}
await orExit(prepareWorkspace({ withBuild: false }));
for (const [name, step] of Object.entries(STEPS)) {
  if (requestedSteps.length > 0 && !requestedSteps.includes(name)) continue;
  console.log(`\n── ${name}`);
  await orExit(step());
}
