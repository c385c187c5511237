import { MAX_DRAFT_SHOWS, MAX_TEMPLATES, type Show } from '@sellary/contracts';
import type { Client } from 'pg';
import { atOnce, useCaller, useTestApp } from '../../test';

const FREE_SLOTS = 2;

describe('Workspace limits under simultaneous calls', () => {
  const app = useTestApp();
  const owner = useCaller(app);
  let database: Client;
  let show: Show;
  beforeAll(async () => {
    database = await app.connect();
    show = (await owner.call<Show>('POST', '/api/shows', { name: 'First' })).body;
  });

  const statusesOf = async (path: string, body: object): Promise<number[]> => {
    const responses = await atOnce(8, () => owner.call('POST', path, body));
    return responses.map(({ status }) => status).sort();
  };
  const EXPECTED = [...Array<number>(FREE_SLOTS).fill(201), ...Array<number>(8 - FREE_SLOTS).fill(409)];

  it('If a workspace may add 2 more drafts, only 2 of 8 simultaneous calls add one.', async () => {
    await database.query(
      `INSERT INTO shows (id, workspace_id, name, rules, head_hash, created_at, updated_at)
       SELECT gen_random_uuid(), workspace_id, 'Copy', rules, head_hash, now(), now() FROM shows, generate_series(2, $2)
       WHERE id = $1`,
      [show.id, MAX_DRAFT_SHOWS - FREE_SLOTS],
    );
    expect(await statusesOf('/api/shows', {})).toEqual(EXPECTED);
  });

  it('If a workspace may add 2 more templates, only 2 of 8 simultaneous calls add one.', async () => {
    await owner.call('POST', `/api/shows/${show.id}/template`, { name: 'First' });
    await database.query(
      `INSERT INTO show_templates SELECT gen_random_uuid(), workspace_id, name, title, rules, currency, items, created_at, updated_at
       FROM show_templates, generate_series(2, $1)`,
      [MAX_TEMPLATES - FREE_SLOTS],
    );
    expect(await statusesOf(`/api/shows/${show.id}/template`, { name: 'One more' })).toEqual(EXPECTED);
  });
});
