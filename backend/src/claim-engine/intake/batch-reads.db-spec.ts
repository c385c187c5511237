import type { Client } from 'pg';
import { BEGIN_BY_INDEX, type Tx } from '../../kernel';
import { useTestApp } from '../../../test';
import {
  type Identity,
  readBuyers,
  readItems,
  readKnown,
  readKnownInOtherForm,
  readLineHeads,
  readPairs,
} from './batch-reads';
import { readNamesakes } from './namesakes';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
}

const GROWING_TABLES = ['claims', 'comments', 'buyers', 'show_items', 'shows'];

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Indexes through which a plan reads the growing tables, each with the columns that the plan uses. */
const readsOf = (plan: Plan): string[] =>
  nodesOf(plan)
    .filter((node) => / Scan$/.test(node['Node Type']) && node['Node Type'] !== 'Bitmap Heap Scan')
    .filter(
      (node) => node['Index Name'] !== undefined || GROWING_TABLES.includes(node['Relation Name'] ?? ''),
    )
    .map(
      (node) =>
        `${node['Index Name'] ?? `all of ${node['Relation Name'] ?? ''}`} (${columnsOf(node['Index Cond'] ?? '')})`,
    );

const columnsOf = (condition: string): string =>
  [
    ...new Set(
      [...condition.matchAll(/\b(?:ROW\(([\w, ]+)\)|(\w+)) (?:=|>=) /g)].map(
        ([, row, column]) => row ?? column,
      ),
    ),
  ]
    .sort()
    .join(', ');

const ANN: Identity = {
  platform: 'rehearsal',
  userId: 'ann',
  handle: 'ann',
  displayName: 'Ann',
  hidden: false,
};
const COMMENT = { platform: 'facebook', liveId: '9', idInBroadcast: '1' };

// A connection keeps its first plan. On a new installation, that plan is made while the tables are empty and
// all paths cost the same.
describe('Batch reads on an empty database', () => {
  const app = useTestApp();
  let database: Client;

  beforeAll(async () => {
    database = await app.connect();
    await database.query(BEGIN_BY_INDEX);
  });

  /** The plans of the statements that `read` would send. */
  async function plansOf(read: (tx: Tx) => Promise<unknown>): Promise<Plan[]> {
    const texts: string[] = [];
    const recordText = <Row>(sql: string): Promise<Row[]> => {
      texts.push(sql);
      return Promise.resolve([]);
    };
    await read({
      query: recordText,
      prepared: recordText,
      raiseLimits: () => Promise.resolve(),
      commit: () => Promise.resolve(),
    });
    const plans: Plan[] = [];
    for (const text of texts) {
      const { rows } = await database.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
      );
      plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan: plan }) => plan)));
    }
    return plans;
  }

  it.each<[string, (tx: Tx) => Promise<unknown>, string[]]>([
    [
      'known comments',
      (tx) => readKnown(tx, 'show', ['rehearsal'], ['1']),
      ['PK_buyers (id)', 'UQ_comments_platform_id (platform, platform_comment_id)'],
    ],
    [
      'known comments in another form',
      (tx) => readKnownInOtherForm(tx, 'show', [{ ...COMMENT, commentId: '9_1' }]),
      ['PK_buyers (id)', 'UQ_comments_id_in_broadcast (id_in_broadcast, live_id, platform, show_id)'],
    ],
    [
      'buyers and their wins',
      (tx) => readBuyers(tx, 'show', [ANN], [true], true),
      [
        'IDX_claims_buyer (buyer_id, show_id)',
        'IDX_claims_buyer (buyer_id, show_id)',
        'PK_shows (id)',
        'UQ_buyers_identity (platform, platform_user_id, workspace_id)',
      ],
    ],
    [
      'buyers with the same handle',
      (tx) => readNamesakes(tx, 'show', [ANN]),
      [
        'IDX_buyers_handle (handle, platform, workspace_id)',
        'PK_shows (id)',
        'UQ_buyers_identity (platform, platform_user_id, workspace_id)',
      ],
    ],
    [
      'items with their winners',
      (tx) => readItems(tx, 'show', ['12'], false),
      ['IDX_claims_winners (item_id)', 'PK_buyers (id)', 'UQ_show_items_key (item_key, show_id)'],
    ],
    [
      'claims of buyers on items',
      (tx) => readPairs(tx, 'show', [{ key: '12', platform: 'rehearsal', userId: 'ann' }]),
      [
        'PK_buyers (id)',
        'PK_comments (id)',
        'PK_show_items (id)',
        'PK_shows (id)',
        'UQ_buyers_identity (platform, platform_user_id, workspace_id)',
        'UQ_claims_active (buyer_id, item_key)',
      ],
    ],
    [
      'the heads of lines',
      (tx) => readLineHeads(tx, 'show', [{ ...ANN, key: '12', claimedUnits: 1 }], false),
      [
        'IDX_claims_buyer (buyer_id, show_id)',
        'IDX_claims_line (item_id)',
        'PK_buyers (id)',
        'PK_comments (id)',
        'PK_show_items (id)',
        'PK_shows (id)',
        'UQ_buyers_identity (platform, platform_user_id, workspace_id)',
        'UQ_claims_active (buyer_id, item_key)',
        'UQ_show_items_key (show_id)',
      ],
    ],
  ])('A batch reads %s only through the expected index columns.', async (_, read, indexes) => {
    const plans = await plansOf(read);
    expect(plans).toHaveLength(1);
    expect(plans.flatMap(readsOf).sort()).toEqual(indexes);
  });
});
