import type { PersonList } from '@sellary/contracts';
import type { Client } from 'pg';
import { useCaller, useTestApp } from '../../../test';
import { listQuery, type PeopleFilter } from './person-reads';

const BUYERS = 100_000;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

describe('A workspace with 100,000 buyers', () => {
  const app = useTestApp();
  const owner = useCaller(app);
  let database: Client;

  beforeAll(async () => {
    database = await app.connect();
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const workspaceId = owner.session.workspace.id;
    await database.query(
      `INSERT INTO buyers (id, workspace_id, platform, platform_user_id, handle, display_name, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'rehearsal', 'many-' || n, 'Viewer.' || n, 'Viewer ' || n, now(), now() FROM generate_series(1, $2::int) n`,
      [workspaceId, BUYERS],
    );
    await database.query(
      `INSERT INTO claims (id, show_id, item_id, item_key, buyer_id, status, place, why, claimed_at, received_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, i.id, i.item_key, b.id, 'waitlist', row_number() OVER (), '{"rule":"no_unit_left"}', now(), now(), now(), now()
       FROM buyers b, show_items i WHERE b.workspace_id = $2 AND i.show_id = $1`,
      [show.id, workspaceId],
    );
    // Of every 1,000 buyers, 10 have tags, 1 is merged with another, and 1 is blocked.
    await database.query(
      `INSERT INTO people (id, workspace_id, name, tags, created_at, updated_at)
       SELECT id, workspace_id, 'Name ' || handle, ARRAY['vip', 'regular'], now(), now() FROM buyers WHERE workspace_id = $1 AND handle LIKE '%00'`,
      [workspaceId],
    );
    await database.query(
      `INSERT INTO person_accounts (buyer_id, person_id, workspace_id)
       SELECT b.id, r.id, $1 FROM buyers b JOIN buyers r ON r.handle = left(b.handle, -1) || '0' AND r.workspace_id = $1 WHERE b.workspace_id = $1 AND b.handle LIKE '%001'`,
      [workspaceId],
    );
    await database.query(
      `UPDATE buyers SET block = 'review', block_reason = 'Never pays', blocked_by = '{}', blocked_at = now() WHERE workspace_id = $1 AND handle LIKE '%777'`,
      [workspaceId],
    );
    await database.query('ANALYZE buyers, people, person_accounts, claims');
  });

  /** Reads the access paths used by a page query, and the largest number of rows that any of them returns. */
  async function pathsOf(filter: PeopleFilter): Promise<{ paths: string[]; rows: number }> {
    const { sql, parameters } = listQuery(owner.session.workspace.id, filter);
    const { rows } = await database.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      parameters,
    );
    const scans = rows
      .flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan: plan }) => nodesOf(plan)))
      .filter((node) => / Scan$/.test(node['Node Type']) && node['Node Type'] !== 'Bitmap Heap Scan');
    return {
      paths: [...new Set(scans.map((node) => node['Index Name'] ?? `all of ${node['Relation Name'] ?? ''}`))],
      rows: Math.max(...scans.map((node) => (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 1))),
    };
  }

  it('The first page and a later page read fewer than 200 rows per access path, in index order.', async () => {
    const first = await pathsOf({});
    expect(first.paths).toContain('IDX_buyers_list');
    expect(first.rows).toBeLessThan(200);
    const { nextCursor } = (await owner.call<PersonList>('GET', '/api/people?limit=200')).body;
    const later = await pathsOf({ cursor: nextCursor ?? '' });
    expect(later.paths).toContain('IDX_buyers_list');
    expect(later.rows).toBeLessThan(200);
  });

  it.each<[string, PeopleFilter]>([
    ['a tag', { tag: 'vip' }],
    ['blocks', { blocked: 'true' }],
    ['a tag and a search text', { tag: 'vip', search: 'viewer' }],
  ])('Filtering by %s does not read all buyers.', async (_, filter) => {
    const { paths, rows } = await pathsOf(filter);
    expect(paths).not.toContain('all of buyers');
    expect(rows).toBeLessThan(BUYERS / 10);
  });

  it('A search reads each buyer at most once, and finds one buyer among 100,000.', async () => {
    const { rows } = await pathsOf({ search: 'viewer.99998' });
    expect(rows).toBeLessThanOrEqual(BUYERS + 200);
    const { people } = (await owner.call<PersonList>('GET', '/api/people?search=viewer.99998')).body;
    expect(people.map(({ accounts }) => accounts[0]?.handle)).toEqual(['Viewer.99998']);
  });

  it('Every person with a tag is on exactly one page of the filtered list.', async () => {
    const seenIds = new Set<string>();
    let pages = 0;
    let cursor = '';
    do {
      const { body } = await owner.call<PersonList>('GET', `/api/people?tag=vip&limit=200${cursor}`);
      for (const { id } of body.people) seenIds.add(id);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
      pages++;
    } while (cursor !== '');
    expect([seenIds.size, pages]).toEqual([BUYERS / 100, 5]);
  });
});
