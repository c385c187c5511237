/**
 * The environment without anything that would lead PostgreSQL elsewhere (PGDATA, PGPORT, …).
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_') && name !== 'LANG',
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
