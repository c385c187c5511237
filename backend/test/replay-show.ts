import type { Client } from 'pg';
import { Replay, type ReplayReport } from '../src/claim-engine';

/** Replays a show's ledger, read through the test's own connection. */
export const replayShow = (database: Client, showId: string): Promise<ReplayReport> =>
  new Replay(
    { query: async (sql, parameters) => (await database.query(sql, parameters)).rows },
    showId,
  ).run();
