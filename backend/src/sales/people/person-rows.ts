import {
  type Actor,
  type Block,
  type Buyer,
  type PersonAccount,
  type PersonFigures,
  type PersonProfile,
  type PersonRow,
  WAITING_CLAIM_STATUSES,
} from '@sellary/contracts';
import { countedSql, erasedSql } from '../../claim-engine';
import { ApiError, type Reader, sqlWords, type Tx } from '../../kernel';
import { EMPTY_PROFILE } from './profiles';

/**
 * SQL for the ids of all of a person's accounts. The person's id is the first account's id.
 * @param person an SQL expression
 */
export const ACCOUNTS_OF = (person: string): string =>
  `(ARRAY[${person}] || ARRAY(SELECT linked.buyer_id FROM person_accounts linked WHERE linked.person_id = ${person}))`;

/** SQL that builds a Buyer as JSON from row `o` of `buyers`. */
export const BUYER_JSON = `json_build_object('id', o.id, 'platform', o.platform, 'platformUserId', o.platform_user_id, 'handle', o.handle, 'displayName', o.display_name, 'hidden', o.hidden)`;

/**
 * Lets only one transaction at a time change a workspace's people, so that merges, undos, edits, and erasures
 * do not overlap. Call it before locking any row.
 */
export const lockPeople = (tx: Tx, workspaceId: string): Promise<unknown> =>
  tx.query("SELECT pg_advisory_xact_lock(hashtextextended('sellary people ' || $1::text, 0))", [workspaceId]);

/**
 * Finds an account's person.
 * @throws ApiError NOT_FOUND (the account is erased, or belongs to another workspace)
 */
export async function personIdOf(reader: Reader, workspaceId: string, buyerId: string): Promise<string> {
  const [row] = await reader.query<{ id: string }>(
    `SELECT coalesce(a.person_id, b.id) AS id FROM buyers b LEFT JOIN person_accounts a ON a.buyer_id = b.id
     WHERE b.id = $1 AND b.workspace_id = $2 AND NOT ${erasedSql('b')}`,
    [buyerId, workspaceId],
  );
  if (row === undefined) throw ApiError.notFound('buyer');
  return row.id;
}

export async function readProfile(reader: Reader, personId: string): Promise<PersonProfile> {
  const [row] = await reader.query<PersonProfile>(
    'SELECT name, tags, note, language FROM people WHERE id = $1',
    [personId],
  );
  return row ?? EMPTY_PROFILE;
}

interface AccountRow extends Buyer {
  block: Block | null;
  reason: string | null;
  by: Actor | null;
  at: Date | null;
  since: Date;
}

/** Reads each person's accounts with their blocks: the first account, then merged accounts, oldest first. */
export async function readAccounts(reader: Reader, personIds: readonly string[]): Promise<PersonAccount[]> {
  const rows = await reader.query<AccountRow>(
    `SELECT b.id, b.platform, b.platform_user_id AS "platformUserId", b.handle, b.display_name AS "displayName", b.hidden,
       b.block, b.block_reason AS reason, b.blocked_by AS by, b.blocked_at AS at, b.created_at AS since
     FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, n) JOIN buyers b ON b.id = ANY (${ACCOUNTS_OF('p.id')})
     ORDER BY p.n, b.id <> p.id, b.created_at, b.id`,
    [personIds],
  );
  return rows.map(({ block, reason, by, at, since, ...buyer }) => ({
    buyer,
    block:
      block === null || by === null || at === null
        ? null
        : { block, reason: reason ?? '', by, at: at.toISOString() },
    since: since.toISOString(),
  }));
}

interface ListRow extends Omit<PersonFigures, 'lastClaimAt'> {
  id: string;
  name: string | null;
  tags: string[] | null;
  accounts: Buyer[];
  blocked: boolean;
  lastClaimAt: Date | null;
}

/** SQL that counts the claims `c` by status. */
export const CLAIM_COUNTS = `count(*) FILTER (WHERE c.status = 'winner')::int AS won,
  count(*) FILTER (WHERE c.status IN ${sqlWords(WAITING_CLAIM_STATUSES)})::int AS waiting,
  count(*) FILTER (WHERE c.status = 'passed')::int AS passed, count(*) FILTER (WHERE c.status = 'released')::int AS released`;

/** Reads the people with these ids, in this order. */
export async function readPersonRows(reader: Reader, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query<ListRow>(
    `SELECT r.id, p.name, p.tags, o.accounts, o.blocked, f.*
     FROM unnest($1::uuid[]) WITH ORDINALITY AS r(id, n) LEFT JOIN people p ON p.id = r.id
     CROSS JOIN LATERAL (SELECT ${ACCOUNTS_OF('r.id')} AS ids OFFSET 0) i
     CROSS JOIN LATERAL (SELECT json_agg(${BUYER_JSON} ORDER BY o.id <> r.id, o.created_at, o.id) AS accounts, bool_or(o.block IS NOT NULL) AS blocked
       FROM buyers o WHERE o.id = ANY (i.ids)) o
     CROSS JOIN LATERAL (SELECT count(DISTINCT c.show_id)::int AS shows, ${CLAIM_COUNTS}, max(c.created_at) AS "lastClaimAt"
       FROM claims c WHERE c.buyer_id = ANY (i.ids) AND ${countedSql('c')}) f
     ORDER BY r.n`,
    [ids],
  );
  return rows.map(({ id, name, tags, accounts, blocked, ...figures }) => ({
    id,
    name,
    tags: tags ?? [],
    accounts,
    blocked,
    figures: { ...figures, lastClaimAt: figures.lastClaimAt?.toISOString() ?? null },
  }));
}
