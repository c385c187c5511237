import { defineExtension, OnShowEvent } from '@sellary/extension-kit';
import type { Client } from 'pg';
import { type Caller, eventually, newCaller } from '../../../test';
import { useDatabasePerTest } from '../../../test/database-per-test';
import { ledgerPeriodAt } from '../../shows';
import type { Follower } from './follower';
import { readShowsBehind } from './follower-cursors';

class Recorder {
  @OnShowEvent('claim.created')
  onClaim(): void {
    return;
  }
}
const extension = defineExtension({
  name: 'recording',
  version: '1.0.0',
  api: '^1.0.0',
  followers: [Recorder],
});
const FOLLOWER: Follower = {
  id: 'recording/Recorder',
  extension: 'recording',
  isOnByDefault: true,
  handlers: [],
};
const FINISHED_SHOWS = 5_000;
const NOW = '2026-06-01T12:00:00.000Z';

interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

describe('Shows that followers have not finished', () => {
  const { start } = useDatabasePerTest();
  let database: Client;
  let operator: Caller;
  beforeEach(async () => {
    const app = await start({ extensions: [extension] });
    database = await app.connect();
    operator = await newCaller(app.url);
  });

  /** Creates a show, and waits until the follower has handled all its rows. */
  async function createFinishedShow(): Promise<string> {
    const { id } = await operator.activeShow([{ itemNumber: '1', totalQuantity: 2 }]);
    await operator.say(id, 'ann', 'sold 1');
    await eventually(
      () =>
        query(
          'SELECT 1 FROM extension_cursors c JOIN shows s ON s.id = c.show_id WHERE c.seq = s.last_seq AND s.id = $1',
          [id],
        ),
      (rows) => rows.length === 1,
    );
    return id;
  }

  const query = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    (await database.query(sql, parameters)).rows as Row[];

  const search = (since: number, at = NOW) =>
    readShowsBehind({ query }, [FOLLOWER], { at, since, limit: 10 });

  it('A search from a recent period skips shows that finished earlier, and a show records when its ledger last grew.', async () => {
    const id = await createFinishedShow();
    const [recorded] = await query<{ ledger_period: number }>(
      'SELECT ledger_period FROM shows WHERE id = $1',
      [id],
    );
    const currentPeriod = ledgerPeriodAt(Date.now());
    expect(recorded?.ledger_period).toBeGreaterThanOrEqual(currentPeriod - 1);
    await query(
      `INSERT INTO shows (id, workspace_id, name, status, head_hash, created_at, updated_at, last_seq, ledger_period)
       SELECT gen_random_uuid(), workspace_id, 'Done ' || n, 'ended', head_hash, created_at, updated_at, 40, $2 - 100 - n
       FROM shows, generate_series(1, $3) AS n WHERE id = $1`,
      [id, currentPeriod, FINISHED_SHOWS],
    );
    await query(
      `INSERT INTO extension_cursors (follower, show_id, seq) SELECT $1, id, last_seq FROM shows WHERE status = 'ended'`,
      [FOLLOWER.id],
    );
    await query('ANALYZE shows');
    await query('ANALYZE extension_cursors');
    const countRowsRead = async (since: number): Promise<number> => {
      const plans: PlanNode[] = [];
      const explain = async <Row>(sql: string, parameters?: unknown[]): Promise<Row[]> => {
        const [row] = await query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
          `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
          parameters,
        );
        if (row !== undefined) plans.push(row['QUERY PLAN'][0].Plan);
        return [];
      };
      await readShowsBehind({ query: explain }, [FOLLOWER], { at: NOW, since, limit: 10 });
      return plans.reduce((sum, plan) => sum + rowsRead(plan), 0);
    };
    expect(await countRowsRead(currentPeriod - 3)).toBeLessThan(20);
    expect(await countRowsRead(0)).toBeGreaterThan(FINISHED_SHOWS);
  });

  it("A row whose signal was lost is found, and its show's period is returned, unless the search begins after that period.", async () => {
    const id = await createFinishedShow();
    await query('UPDATE shows SET last_seq = last_seq + 1, ledger_period = 7 WHERE id = $1', [id]);
    expect(await search(0)).toEqual({ due: [{ follower: FOLLOWER.id, showId: id }], oldestPeriod: 7 });
    expect(await search(8)).toEqual({ due: [], oldestPeriod: null });
  });

  it('Once its retry time has come, a row is found in any period.', async () => {
    const id = await createFinishedShow();
    await query('UPDATE shows SET last_seq = last_seq + 1, ledger_period = 7 WHERE id = $1', [id]);
    await query('UPDATE extension_cursors SET retry_at = $1', [NOW]);
    expect(await search(8)).toEqual({ due: [{ follower: FOLLOWER.id, showId: id }], oldestPeriod: null });
    expect((await search(8, '2026-06-01T11:59:59.999Z')).due).toEqual([]);
  });
});

const rowsRead = ({ Plans = [], ...node }: PlanNode): number =>
  (node['Relation Name'] === undefined
    ? 0
    : ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1)) +
  Plans.reduce((sum, plan) => sum + rowsRead(plan), 0);
