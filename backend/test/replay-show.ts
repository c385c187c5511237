import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Replay, type ReplayReport } from '../src/claim-engine';
import { poolReader } from '../src/kernel';
import type { TestApp } from './test-app';

/** Replays a show's ledger, read through the test's own connection. */
export const replayShow = (database: Client, showId: string): Promise<ReplayReport> =>
  new Replay(
    { query: async (sql, parameters) => (await database.query(sql, parameters)).rows },
    showId,
  ).run();

/** Replays a show's ledger, read through the product's connections, and returns the differences. */
export const replayDifferences = async (app: TestApp, showId: string): Promise<string[]> =>
  (await new Replay(poolReader(app.nest.get(DataSource)), showId).run()).differences;
