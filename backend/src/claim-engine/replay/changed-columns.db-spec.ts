import type { Claim, ClaimList, CommentList, Item, ShowWithItems } from '@sellary/contracts';
import type { LiveComment } from '@sellary/extension-kit';
import type { Client } from 'pg';
import { liveComment, useCaller, useTestApp } from '../../../test';
import { sendOrThrow } from '../../../test/act-log';
import { replayShow } from '../../../test/replay-show';
import { ClaimIntake } from '../intake/claim-intake';
import { CommentChanges } from '../intake/comment-changes';

// The show is replayed once per column.
jest.setTimeout(120_000);

/** Columns that a replay does not compare, each with the reason. */
const NOT_COMPARED: Record<string, string> = {
  'shows.id': 'a replay of the show begins with it',
  'shows.workspace_id': 'taken as it is; the workspaces of the buyers are compared with it',
  'shows.ledger_period': 'an index for readers of the ledger, 0 in older shows',
  'shows.last_batch': 'only the next transaction needs it; the batch numbers of comments are compared',
  'shows.vocabulary': 'a version number for caches; the words and the item numbers are compared',
  'show_items.updated_at': 'nothing reads it',
  'buyers.id': 'comments and claims refer to it, and their references are compared',
  'buyers.block': 'a setting of the workspace; comments have the rule that applied to them',
  'buyers.block_reason': 'the same as buyers.block',
  'buyers.blocked_by': 'the same as buyers.block',
  'buyers.blocked_at': 'the same as buyers.block',
  'buyers.created_at': 'a buyer belongs to all shows of the workspace, and may be older than this one',
  'buyers.updated_at':
    'the time of the latest name change, which another show may have recorded; the names are compared',
};

/** Columns by which a row is found. A change to one of them is reported for the whole row. */
const KEY_COLUMNS = /\.(id|show_id)$/;

const ROWS_OF_SHOW: Record<string, string> = {
  shows: 'r.id = $1',
  show_items: 'r.show_id = $1',
  claims: 'r.show_id = $1',
  comments: 'r.show_id = $1',
  buyers:
    'r.id IN (SELECT buyer_id FROM comments WHERE show_id = $1 UNION SELECT buyer_id FROM claims WHERE show_id = $1)',
};

const otherId = (table: string): string => `(SELECT o.id FROM ${table} o WHERE o.id <> r.$column LIMIT 1)`;

/** Other values for columns that refer to rows in a table, in SQL. */
const OTHER_VALUES: Record<string, string> = {
  'claims.item_id': otherId('show_items'),
  'claims.buyer_id': otherId('buyers'),
  'claims.comment_id': otherId('comments'),
  'comments.buyer_id': otherId('buyers'),
};

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Changes a value. In an array or object, only the first entry changes. */
function alter(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value.startsWith('x') ? 'y' : 'x'}${value.slice(1)}`;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 1;
  if (Array.isArray(value)) return value.length === 0 ? [1] : [alter(value[0] ?? null), ...value.slice(1)];
  const [first, ...rest] = Object.entries(value);
  return Object.fromEntries(first === undefined ? [['x', 1]] : [[first[0], alter(first[1])], ...rest]);
}

interface StoredColumn {
  table: string;
  column: string;
  type: string;
}

describe('A changed value in the database', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let database: Client;
  let show: ShowWithItems;

  beforeAll(async () => {
    database = await app.connect();
    show = await fullShow();
    const { rows } = await database.query<{ table: string; name: string }>(
      `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    );
    for (const { table, name } of rows) {
      await database.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
    }
  });

  const call = <T>(method: string, path: string, body?: unknown): Promise<T> =>
    sendOrThrow<T>(operator, method, path, body);

  /** A show in which every compared column has a value in at least one row. */
  async function fullShow(): Promise<ShowWithItems> {
    const created = await operator.activeShow(
      [
        { itemNumber: '12', totalQuantity: 2, price: 1500, title: 'Red silk scarf' },
        { itemNumber: '14', variants: 'S 1, M 1' },
        { itemNumber: '15' },
        { itemNumber: '16' },
      ],
      { currency: 'EUR', claimWords: ['sold'] },
    );
    const path = `/api/shows/${created.id}`;
    const [first, , last, free] = created.items as [Item, Item, Item, Item];
    const submitHidden = (author: LiveComment['author']) =>
      app.nest
        .get(ClaimIntake)
        .submit(created.id, [
          liveComment(created, { commentId: 'hidden', idInBroadcast: 'hid', author, text: 'sold 15' }),
        ]);
    await call('PATCH', `${path}/items/${first.id}`, {
      description: 'Handmade',
      compareAtPrice: 2000,
      sku: 'S-1',
    });
    await call('PUT', `${path}/now-showing`, { itemId: first.id });
    for (const viewer of ['ann', 'bob', 'cat']) await operator.say(created.id, viewer, 'sold 12');
    await operator.say(created.id, 'dan', 'sold 14 M');
    await operator.say(created.id, 'eve', 'sold 77');
    await call('PUT', `${path}/dismissed-numbers`, { itemNumbers: ['77'], dismissed: true });
    const { comment: review } = await operator.say(created.id, 'fay', 'mine 12');
    await call('POST', `/api/comments/${review.id}/accept`, {});
    await operator.say(created.id, 'gus', 'sold 12 x2');
    await call('POST', `${path}/items/${free.id}/award`, { userHandle: 'zoe' });
    const { claims } = await call<ClaimList>('GET', `${path}/claims`);
    const byAnn = claims.find(({ buyer }) => buyer.handle === 'ann') as Claim;
    await call('PATCH', `/api/claims/${byAnn.id}`, { flagged: true, operatorNotes: 'rings twice' });
    await call('POST', `/api/claims/${byAnn.id}/release`, { notes: 'asked for it' });
    await submitHidden(null);
    await submitHidden({ userId: 'id-mia', handle: 'mia' });
    await call('POST', `${path}/items/${last.id}/withdraw`, {});
    const { comments } = await call<CommentList>('GET', `${path}/comments`);
    const changes = app.nest.get(CommentChanges);
    const commentId = comments.find(({ buyer }) => buyer.handle === 'bob')?.commentId ?? '';
    const bobsComment = { platform: 'rehearsal', commentId, at: Date.now() } as const;
    await changes.record(operator.session.workspace.id, created.id, [
      { ...bobsComment, change: 'edited', text: 'sold 12!' },
      { ...bobsComment, change: 'hidden' },
      { ...bobsComment, change: 'deleted' },
    ]);
    await call('POST', `${path}/stop`, {});
    return created;
  }

  const replay = async (): Promise<string[]> => (await replayShow(database, show.id)).differences;

  async function storedColumns(): Promise<StoredColumn[]> {
    const { rows } = await database.query<StoredColumn>(
      `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = ANY($1) AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position`,
      [Object.keys(ROWS_OF_SHOW)],
    );
    return rows;
  }

  /** A row of the show, if possible one with a value in the column. */
  async function rowWith({ table, column }: StoredColumn): Promise<{ id: string; value: unknown }> {
    const { rows } = await database.query<{ id: string; value: unknown }>(
      `SELECT r.id, r."${column}" AS value FROM ${table} r WHERE ${ROWS_OF_SHOW[table]} ORDER BY r."${column}" IS NULL, r.id LIMIT 1`,
      [show.id],
    );
    if (rows[0] === undefined) throw new Error(`The show has no row in ${table}`);
    return rows[0];
  }

  /** A column's changed value, in SQL, with its parameters. */
  function changedValue(
    { table, column, type }: StoredColumn,
    value: unknown,
  ): [sql: string, ...values: unknown[]] {
    const other = OTHER_VALUES[`${table}.${column}`];
    if (other !== undefined) return [other.replaceAll('$column', column)];
    switch (type) {
      case 'uuid':
        return ['gen_random_uuid()'];
      case 'ARRAY':
        return [`array_append(r."${column}", gen_random_uuid())`];
      case 'boolean':
        return [`NOT r."${column}"`];
      case 'bytea':
        return [`set_byte(r."${column}", 0, (get_byte(r."${column}", 0) + 1) % 256)`];
      case 'timestamp with time zone':
        return value === null ? ['now()'] : [`r."${column}" + interval '1 ms'`];
      case 'json':
      case 'jsonb':
        return [`$2::${type}`, JSON.stringify(alter(value as Json))];
      case 'text':
        return ['$2::text', alter((value as string | null) ?? '')];
      default:
        return [`coalesce(r."${column}", 0) + 1`];
    }
  }

  /** Changes a value of the column, replays the show, and rolls back. */
  async function differencesAfter(stored: StoredColumn): Promise<{ id: string; differences: string[] }> {
    const { id, value } = await rowWith(stored);
    const [sql, ...values] = changedValue(stored, value);
    await database.query('BEGIN');
    try {
      // Turns off reference checks, because the changed value may break a reference.
      await database.query('SET LOCAL session_replication_role = replica');
      const { rowCount } = await database.query(
        `UPDATE ${stored.table} r SET "${stored.column}" = ${sql} WHERE r.id = $1`,
        [id, ...values],
      );
      expect(rowCount).toBe(1);
      return { id, differences: await replay() };
    } finally {
      await database.query('ROLLBACK');
    }
  }

  it('Before a change, the replay finds no differences.', async () => {
    expect(await replay()).toEqual([]);
  });

  it('For every compared column, a replay reports the table, the row, and the column.', async () => {
    const columns = await storedColumns();
    expect(columns.length).toBeGreaterThan(90);
    const missed: string[] = [];
    for (const column of columns) {
      const name = `${column.table}.${column.column}`;
      if (name in NOT_COMPARED) continue;
      const { id, differences } = await differencesAfter(column);
      const expected = `${column.table} ${id}: ${KEY_COLUMNS.test(name) ? '' : `${column.column} `}`;
      if (!differences.some((text) => text.startsWith(expected))) {
        missed.push(`${name}: ${differences[0] ?? ''}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('Every column listed as not compared exists.', async () => {
    const names = (await storedColumns()).map(({ table, column }) => `${table}.${column}`);
    expect(Object.keys(NOT_COMPARED).filter((name) => !names.includes(name))).toEqual([]);
  });
});
