const { rmSync } = require('node:fs');

module.exports = async () => {
  const { postgres, folder } = globalThis.databaseForJest ?? {};
  if (postgres === undefined) return;
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
};
