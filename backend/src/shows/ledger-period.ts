const PERIOD_MS = 10 * 60_000;

/**
 * Number of the ten-minute period that contains a time, ms since the epoch. A show stores the period in which
 * its ledger last grew. A stored timestamp would change with every transaction, and PostgreSQL would update
 * the row's entry in every index.
 */
export const ledgerPeriodAt = (ms: number): number => Math.floor(ms / PERIOD_MS);
