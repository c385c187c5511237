import { programOf } from './programs.mjs';
import { run } from './run.mjs';

/** Leaves no background server running, and reports nothing to other services. */
const QUIET = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NG_CLI_ANALYTICS: 'false',
  DO_NOT_TRACK: '1',
  FORCE_COLOR: '0',
};

/**
 * Runs one target of exactly these projects, in the order of their dependencies.
 * @param {string} step name of this step for users
 * @param {string} target
 * @param {string[]} projects
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
    {
      ...options,
      env: { ...QUIET, ...options.env },
    },
  );
}
