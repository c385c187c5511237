import { programOf } from './programs.mjs';
import { run } from './run.mjs';

/** No background server, no reports to other services, and plain-text output. */
const NX_ENVIRONMENT = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NG_CLI_ANALYTICS: 'false',
  DO_NOT_TRACK: '1',
  FORCE_COLOR: '0',
};

/**
 * Runs a target for only these projects, each after its dependencies.
 * @param {string} step subject of the error message, such as "The build"
 * @param {string} target
 * @param {string[]} projects their Nx names
 * @param {Parameters<typeof run>[2]} [options]
 * @returns {Promise<void>}
 */
export function runTarget(step, target, projects, options = {}) {
  return run(
    step,
    [
      ...programOf('nx'),
      'run-many',
      '-t',
      target,
      '-p',
      projects.join(','),
      '--excludeTaskDependencies',
      '--outputStyle=stream',
    ],
    { ...options, env: { ...NX_ENVIRONMENT, ...options.env } },
  );
}
