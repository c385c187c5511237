import { programOf } from './programs.mjs';
import { run } from './run.mjs';

/** No background server is left behind, and nothing is reported to anyone. */
const QUIET = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NG_CLI_ANALYTICS: 'false',
  DO_NOT_TRACK: '1',
  FORCE_COLOR: '0',
};

/**
 * Runs one target of the projects named, and of no other, in the order of their dependencies.
 * @param {string} what what a person calls this step
 * @param {string} target
 * @param {string[]} projects
 * @param {Parameters<typeof run>[2]} [how]
 * @returns {Promise<void>}
 */
export function runTarget(what, target, projects, how = {}) {
  return run(
    what,
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
      ...how,
      env: { ...QUIET, ...how.env },
    },
  );
}
