import type { Client } from 'pg';
import { BY_KEY, type Tx } from '../../kernel';
import { startTestApp, type TestApp } from '../../testing';
import { type Identity, readBuyers, readItems, readKnown, readLineHeads, readPairs } from './batch-reads';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
}

const GROWING = ['claims', 'comments', 'buyers', 'show_items', 'shows'];

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Scans that would look at every row, or every entry of an index. */
const wholeScans = (plan: Plan): string[] =>
  nodesOf(plan)
    .filter((node) => GROWING.includes(node['Relation Name'] ?? '') && / Scan$/.test(node['Node Type']))
    .filter((node) => !(node['Node Type'] === 'Bitmap Heap Scan' || node['Index Cond'] !== undefined))
    .map((node) => `${node['Node Type']} of ${node['Relation Name'] ?? ''} by ${node['Index Name'] ?? 'nothing'}`);

const ANN: Identity = { platform: 'rehearsal', userId: 'ann', handle: 'ann', displayName: 'Ann', hidden: false };

// A connection keeps the plan that it made first, and on a new installation it makes it while the tables are empty and every way costs the same.
describe('What a batch reads, on an empty database', () => {
  let app: TestApp;
  let database: Client;

  beforeAll(async () => {
    app = await startTestApp();
    database = await app.connect();
    await database.query(BY_KEY);
  });
  afterAll(() => app.close());

  /** The plans of whatever `read` would send. */
  async function plansOf(read: (tx: Tx) => Promise<unknown>): Promise<Plan[]> {
    const texts: string[] = [];
    const note = <Row>(sql: string): Promise<Row[]> => {
      texts.push(sql);
      return Promise.resolve([]);
    };
    await read({ query: note, prepared: note, liftLimits: () => Promise.resolve(), commit: () => Promise.resolve() });
    const plans: Plan[] = [];
    for (const text of texts) {
      const { rows } = await database.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
      plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan: plan }) => plan)));
    }
    return plans;
  }

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['known comments', (tx) => readKnown(tx, 'show', ['rehearsal'], ['1'])],
    ['buyers and their wins', (tx) => readBuyers(tx, 'show', [ANN], [true])],
    ['items with their winners', (tx) => readItems(tx, 'show', ['12'])],
    ['claims of buyers on items', (tx) => readPairs(tx, 'show', [{ key: '12', platform: 'rehearsal', userId: 'ann' }])],
    ['the heads of lines', (tx) => readLineHeads(tx, 'show', ['12'], [1])],
  ])('finds %s by key', async (_, read) => {
    const plans = await plansOf(read);
    expect(plans).toHaveLength(1);
    expect(plans.flatMap(wholeScans)).toEqual([]);
  });
});
