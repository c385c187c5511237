import { Injectable } from '@nestjs/common';
import type {
  Actor,
  Buyer,
  Person,
  PersonList,
  PersonMerge,
  PersonShow,
  PersonShowList,
  TagList,
} from '@sellary/contracts';
import { countedSql, erasedSql } from '../../claim-engine';
import {
  BOUNDED_READ,
  decodeCursor,
  DEFAULT_PAGE_SIZE,
  type Keyset,
  type PageQuery,
  pageRequest,
  type Reader,
  toPage,
  Transactions,
} from '../../kernel';
import {
  ACCOUNTS_OF,
  CLAIM_COUNTS,
  personIdOf,
  readAccounts,
  readPersonRows,
  readProfile,
} from './person-rows';
import { tidyTag } from './profiles';

const MAX_LISTED_TAGS = 200;

export interface PeopleFilter extends PageQuery {
  /** Part of a name or handle, or the whole user id on a platform. */
  search?: string;
  tag?: string;
  blocked?: 'true' | 'false';
}

const LOWEST_ID = '00000000-0000-0000-0000-000000000000';

const MATCHES = (buyer: string, search: string): string =>
  `(strpos(lower(${buyer}.handle), ${search}) > 0 OR strpos(lower(${buyer}.display_name), ${search}) > 0 OR lower(${buyer}.platform_user_id) = ${search})`;
const HAS_TEXT = (search: string): string => `(${MATCHES('b', search)}
  OR b.id IN (SELECT p.id FROM people p WHERE p.workspace_id = $1 AND strpos(lower(p.name), ${search}) > 0)
  OR b.id IN (SELECT a.person_id FROM person_accounts a JOIN buyers o ON o.id = a.buyer_id WHERE a.workspace_id = $1 AND ${MATCHES('o', search)}))`;
const HAS_TAG = (tag: string): string =>
  `b.id IN (SELECT p.id FROM people p WHERE p.tags @> ARRAY[${tag}] AND p.workspace_id = $1)`;
const BLOCKED_PEOPLE = `(SELECT coalesce(a.person_id, o.id) FROM buyers o LEFT JOIN person_accounts a ON a.buyer_id = o.id
  WHERE o.workspace_id = $1 AND o.block IS NOT NULL)`;

/**
 * Builds the query for a page of people. The query returns one extra row if there is a next page. It contains
 * only the filters that are set, so that PostgreSQL can plan for them.
 */
export function listQuery(
  workspaceId: string,
  { search, tag, blocked, cursor, limit = DEFAULT_PAGE_SIZE }: PeopleFilter,
): { sql: string; parameters: unknown[] } {
  const after = decodeCursor(cursor) ?? { sortValue: '', id: LOWEST_ID };
  const parameters: unknown[] = [workspaceId, after.sortValue, after.id, limit + 1];
  const bind = (value: string): string => `$${parameters.push(value)}::text`;
  const text = search?.trim().replace(/^@/, '').toLowerCase() ?? '';
  const filters = [
    ...(text === '' ? [] : [HAS_TEXT(bind(text))]),
    ...(tag === undefined ? [] : [HAS_TAG(bind(tidyTag(tag)))]),
    ...(blocked === undefined ? [] : [`b.id ${blocked === 'true' ? 'IN' : 'NOT IN'} ${BLOCKED_PEOPLE}`]),
  ];
  const sql = `SELECT b.id, lower(b.handle) AS "sortValue" FROM buyers b
    WHERE b.workspace_id = $1 AND NOT b.hidden AND NOT ${erasedSql('b')}
      AND NOT EXISTS (SELECT 1 FROM person_accounts a WHERE a.buyer_id = b.id)
      AND (lower(b.handle), b.id) > ($2, $3::uuid) ${filters.map((filter) => `AND ${filter}`).join(' ')}
    ORDER BY lower(b.handle), b.id LIMIT $4`;
  return { sql, parameters };
}

/** Reads people and what they did across shows. */
@Injectable()
export class PersonReads {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Lists people by their first account's handle. Hidden viewers are left out because each of their comments
   * has its own buyer.
   */
  list(workspaceId: string, filter: PeopleFilter): Promise<PersonList> {
    const { sql, parameters } = listQuery(workspaceId, filter);
    return this.transactions.snapshot(async (tx) => {
      const rows = await tx.query<Keyset>(sql, parameters);
      const page = toPage(rows, filter.limit ?? DEFAULT_PAGE_SIZE, (row) => row);
      const ids = page.rows.map(({ id }) => id);
      return { people: await readPersonRows(tx, ids), nextCursor: page.nextCursor };
    }, BOUNDED_READ);
  }

  /** The workspace's most frequently used tags. */
  async tags(workspaceId: string): Promise<TagList> {
    const tags = await this.transactions.snapshot(
      (tx) =>
        tx.query<TagList['tags'][number]>(
          `SELECT t.tag, count(*)::int AS people FROM people p, unnest(p.tags) AS t(tag)
           WHERE p.workspace_id = $1 AND NOT EXISTS (SELECT 1 FROM person_accounts a WHERE a.buyer_id = p.id)
           GROUP BY t.tag ORDER BY people DESC, t.tag LIMIT $2`,
          [workspaceId, MAX_LISTED_TAGS],
        ),
      BOUNDED_READ,
    );
    return { tags };
  }

  /** @throws ApiError NOT_FOUND */
  person(workspaceId: string, id: string): Promise<Person> {
    return this.transactions.snapshot((tx) => readPerson(tx, workspaceId, id), BOUNDED_READ);
  }

  /** @throws ApiError NOT_FOUND */
  shows(workspaceId: string, id: string, query: PageQuery): Promise<PersonShowList> {
    const { limit, parameters } = pageRequest(query);
    return this.transactions.snapshot(async (tx) => {
      const personId = await personIdOf(tx, workspaceId, id);
      const rows = await tx.query<ShowRow>(
        `WITH person AS MATERIALIZED (SELECT ${ACCOUNTS_OF('$1::uuid')} AS ids)
         SELECT f.*, s.name, s.status, s.started_at AS "startedAt", s.created_at AS "createdAt",
           coalesce((SELECT json_agg(jsonb_strip_nulls(jsonb_build_object('variant', won.variant)) || jsonb_build_object('itemNumber', won.item_number, 'title', won.title, 'quantity', won.quantity)
               ORDER BY won.position, won.item_number, won.variant)
             FROM (SELECT i.item_number, i.title, i.position, substring(w.item_key FROM '/(.*)$') AS variant, count(*)::int AS quantity
               FROM claims w JOIN show_items i ON i.id = w.item_id
               WHERE w.show_id = s.id AND w.buyer_id = ANY ((SELECT ids FROM person)::uuid[]) AND w.status = 'winner' GROUP BY i.id, w.item_key) won), '[]'::json) AS items
         FROM (SELECT c.show_id AS id, ${CLAIM_COUNTS} FROM claims c WHERE c.buyer_id = ANY ((SELECT ids FROM person)::uuid[]) AND ${countedSql('c')} GROUP BY c.show_id) f
         JOIN shows s ON s.id = f.id
         WHERE ($2::timestamptz IS NULL OR (s.created_at, s.id) < ($2, $3::uuid))
         ORDER BY s.created_at DESC, s.id DESC LIMIT $4`,
        [personId, ...parameters],
      );
      const page = toPage(rows, limit, (row) => ({ sortValue: row.createdAt.toISOString(), id: row.id }));
      return { shows: page.rows.map(toPersonShow), nextCursor: page.nextCursor };
    }, BOUNDED_READ);
  }
}

interface ShowRow extends Omit<PersonShow, 'show'> {
  id: string;
  name: string;
  status: PersonShow['show']['status'];
  startedAt: Date | null;
  createdAt: Date;
}

function toPersonShow({ id, name, status, startedAt, createdAt, ...rest }: ShowRow): PersonShow {
  return { show: { id, name, status, startedAt: startedAt?.toISOString() ?? null }, ...rest };
}

/** @throws ApiError NOT_FOUND */
export async function readPerson(reader: Reader, workspaceId: string, buyerId: string): Promise<Person> {
  const id = await personIdOf(reader, workspaceId, buyerId);
  const profile = await readProfile(reader, id);
  const accounts = await readAccounts(reader, [id]);
  const [row] = await readPersonRows(reader, [id]);
  const figures = row?.figures ?? NO_FIGURES;
  return { id, ...profile, accounts, figures, merges: await readMerges(reader, id, accounts) };
}

const NO_FIGURES = { shows: 0, won: 0, waiting: 0, passed: 0, released: 0, lastClaimAt: null };

async function readMerges(
  reader: Reader,
  personId: string,
  accounts: Person['accounts'],
): Promise<PersonMerge[]> {
  const rows = await reader.query<{ id: string; at: Date; by: Actor; buyerIds: string[] }>(
    'SELECT id, merged_at AS at, merged_by AS by, buyer_ids AS "buyerIds" FROM person_merges WHERE person_id = $1 ORDER BY position DESC',
    [personId],
  );
  const buyers = new Map<string, Buyer>(accounts.map(({ buyer }) => [buyer.id, buyer]));
  return rows.map(({ id, at, by, buyerIds }, index) => ({
    id,
    at: at.toISOString(),
    by,
    accounts: buyerIds.flatMap((buyerId) => buyers.get(buyerId) ?? []),
    canUndo: index === 0,
  }));
}
