import type { Client } from 'pg';
import { Replay, type ReplayReport } from '../src/claim-engine';

/** Replays the ledger of a show, read through a connection of the test. */
export const replayShow = (database: Client, showId: string): Promise<ReplayReport> =>
  new Replay(
    { query: async (sql, parameters) => (await database.query(sql, parameters)).rows },
    showId,
  ).run();
