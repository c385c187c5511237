// Written so that even an old Node can parse it and report the problem.

/** Ends the process with advice when this Node is too old to run the product. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24) return;
  console.error(
    `Sellary Live Assist needs Node 20.19+, 22.12+ or 24+; this is Node ${process.versions.node}.\n` +
      'Install a supported version from https://nodejs.org and start again.',
  );
  process.exit(1);
}
