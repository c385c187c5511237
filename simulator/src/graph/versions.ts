/** Versions still served, oldest first, as of late 2026. */
const SERVED_VERSIONS = ['v21.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0', 'v26.0'];
const VERSION = /^v(\d+)\.(\d+)$/;

/**
 * Parses the version in a path. A path without a version, or with an expired one, gets the oldest version.
 * @returns the version that serves the path, and the rest of the path; null if the version does not exist yet
 */
export function parseVersion(
  segments: readonly string[],
): { version: string; path: readonly string[] } | null {
  const [first = ''] = segments;
  const match = VERSION.exec(first);
  const oldest = SERVED_VERSIONS[0] ?? first;
  if (match === null) return { version: oldest, path: segments };
  const path = segments.slice(1);
  if (SERVED_VERSIONS.includes(first)) return { version: first, path };
  const newest = VERSION.exec(SERVED_VERSIONS.at(-1) ?? '');
  return Number(match[1]) > Number(newest?.[1]) ? null : { version: oldest, path };
}
