const PERIOD_MS = 10 * 60_000;

/**
 * Returns the number of the ten-minute period that contains the time `ms`, which is in ms since the epoch. A
 * show stores the period in which its ledger last grew. A stored timestamp would change with every
 * transaction, and PostgreSQL would update the row's entry in every index.
 */
export const ledgerPeriodAt = (ms: number): number => Math.floor(ms / PERIOD_MS);
