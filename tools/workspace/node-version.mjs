// Written so that even an old Node can parse it and report the problem.

/** Ends the process with advice if this version of Node is not supported. */
export function refuseUnsupportedNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24) return;
  console.error(
    `Sellary Live Assist needs Node 20 (20.19 or later), 22 (22.12 or later), or 24 or later; this is Node ${process.versions.node}.\n` +
      'Install a supported version from https://nodejs.org and start again.',
  );
  process.exit(1);
}
