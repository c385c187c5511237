import type { DataSource } from 'typeorm';
import { poolReader, runEvery } from '../kernel';
import { readLastSeqs } from './show-row';

const LEDGER_CHECK_MS = 1_000;

/**
 * Reports each show's last ledger row once a second, in case a signal is lost.
 * @returns a function that stops the checks
 */
export const checkLedgers = (
  origin: string,
  dataSource: DataSource,
  showIds: () => string[],
  noteLastSeq: (showId: string, seq: number) => void,
): (() => void) =>
  runEvery(origin, LEDGER_CHECK_MS, async () => {
    const ids = showIds();
    if (ids.length === 0) return;
    try {
      const lastSeqs = await readLastSeqs(poolReader(dataSource), ids);
      for (const [id, seq] of lastSeqs) noteLastSeq(id, seq);
    } catch {
      // The database is unavailable. The next check finds the missed rows, and readiness reports the outage.
    }
  });
