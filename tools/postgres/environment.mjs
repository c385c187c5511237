/**
 * The environment without variables that configure PostgreSQL (PGDATA, PGPORT, …), and with the C locale.
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment() {
  const entries = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_') && name !== 'LANG',
  );
  return { ...Object.fromEntries(entries), LC_ALL: 'C' };
}
