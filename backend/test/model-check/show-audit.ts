import {
  ACTIVE_CLAIM_STATUSES,
  type Claim,
  type ClaimList,
  type Comment,
  type CommentList,
  type Item,
  type ShowEvent,
  type ShowEventList,
  type ShowSnapshot,
  type ShowWithItems,
} from '@sellary/contracts';
import { deepStrictEqual } from 'node:assert/strict';
import type { Client } from 'pg';
import { digestOf, GENESIS_HASH, hashOf } from '../../src/kernel';
import type { Call } from './wave-requests';
import { ConsoleFold } from './console-fold';
import { countStats } from './count-stats';
import { lineId } from './item-differences';
import type { Witness } from './witness';

/** Sends a GET request to a path. Throws if the response is not a success. */
export type GetJson = <T>(path: string) => Promise<T>;

export const getJsonWith =
  (call: Call): GetJson =>
  async <T>(path: string) => {
    const { status, body } = await call<T>('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };

interface AuditedShow {
  get: GetJson;
  database: Client;
  showId: string;
}

const PAGE_SIZE = 200;

export async function readEvents(get: GetJson, showId: string, afterSeq: number): Promise<ShowEvent[]> {
  const events: ShowEvent[] = [];
  for (;;) {
    const from = events[events.length - 1]?.seq ?? afterSeq;
    const page = await get<ShowEventList>(`/api/shows/${showId}/events?afterSeq=${from}&limit=${PAGE_SIZE}`);
    events.push(...page.events);
    if (page.events.length === 0 || (events[events.length - 1]?.seq ?? 0) >= page.lastSeq) return events;
  }
}

async function readPages<T extends { nextCursor: string | null }>(get: GetJson, path: string): Promise<T[]> {
  const pages: T[] = [];
  for (
    let cursor: string | null = '';
    cursor !== null;
    cursor = pages[pages.length - 1]?.nextCursor ?? null
  ) {
    pages.push(
      await get<T>(`${path}?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`),
    );
  }
  return pages;
}

/**
 * Compares an idle show's lists, snapshot, counters, ledger, and database rows with each other and with the
 * oracle.
 * @param received the rows that a console received, from the show's first row on, or null without a console
 * @throws AssertionError with the difference
 */
export async function auditShow(
  { get, database, showId }: AuditedShow,
  witness: Witness,
  received: readonly ShowEvent[] | null,
): Promise<void> {
  const [show, snapshot, events] = await Promise.all([
    get<ShowWithItems>(`/api/shows/${showId}`),
    get<ShowSnapshot>(`/api/shows/${showId}/snapshot`),
    readEvents(get, showId, 0),
  ]);
  const claims = (await readPages<ClaimList>(get, `/api/shows/${showId}/claims`)).flatMap(
    (page) => page.claims,
  );
  const comments = (await readPages<CommentList>(get, `/api/shows/${showId}/comments`)).flatMap(
    (page) => page.comments,
  );
  deepStrictEqual(witness.differences, []);
  compareToOracle(witness, show.items, claims, comments);
  for (const item of show.items) await compareLine(get, showId, item, claims, witness);

  deepStrictEqual(show.stats, countStats(show, show.items, claims, comments), 'counters and counted rows');
  const { items, ...bare } = show;
  deepStrictEqual(snapshot.show, bare, 'snapshot and GET show');
  deepStrictEqual(snapshot.items, items, 'items of snapshot and show');
  deepStrictEqual(snapshot.lastSeq, show.lastSeq);
  const active = claims.filter((claim) => ACTIVE_CLAIM_STATUSES.some((status) => status === claim.status));
  deepStrictEqual(byId(snapshot.claims), byId(active), 'claims of snapshot and list');
  deepStrictEqual(byId(snapshot.comments), byId(comments.slice(0, 200)), 'comments of snapshot and list');

  deepStrictEqual(
    events.map(({ seq }) => seq),
    events.map((_, index) => index + 1),
    'seq is gapless',
  );
  deepStrictEqual(events.length, show.lastSeq);
  if (received !== null) {
    deepStrictEqual(
      received.map(({ seq }) => seq),
      events.map(({ seq }) => seq),
      'rows received and stored',
    );
    deepStrictEqual(received, events, 'received and stored');
  }
  const fold = new ConsoleFold();
  fold.receive(events);
  deepStrictEqual(
    byId([...fold.activeClaims().values()]),
    byId(snapshot.claims),
    'folded claims and snapshot',
  );
  deepStrictEqual(byId([...fold.items.values()]), byId(items), 'folded items and show');
  deepStrictEqual(
    [...fold.timesReceived.values()].filter((times) => times !== 1),
    [],
    'no comment is in the ledger twice',
  );
  await verifyChain(database, showId);
  await verifyBatchOrder(database, showId, witness);
}

const byId = <T extends { id: string }>(rows: T[]): T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

function compareToOracle({ oracle }: Witness, items: Item[], claims: Claim[], comments: Comment[]): void {
  const claimRow = (id: string, buyer: string, status: string, position: number | null): string =>
    `${id} ${buyer} ${status} ${position ?? '-'}`;
  const positionOf = (id: string, key: string): number | null => {
    const at = oracle.line(key).findIndex((claim) => claim.id === id);
    return at === -1 ? null : at + 1;
  };
  deepStrictEqual(
    claims.map((c) => claimRow(c.id, c.buyer.id, c.status, c.waitlistPosition)).sort(),
    oracle.claims.map((c) => claimRow(c.id, c.buyer, c.status, positionOf(c.id, c.key))).sort(),
    'claims and oracle',
  );
  deepStrictEqual(
    comments.map((c) => `${c.commentId} ${c.outcome}`).sort(),
    oracle.outcomes.map((c) => `${c.commentId} ${c.outcome}`).sort(),
    'comments and oracle',
  );
  for (const item of items) {
    const lines = oracle.items.filter(({ id }) => id === item.id || id.startsWith(`${item.id}/`));
    const won = lines.flatMap(({ key }) => oracle.winners(key));
    const status = won.length === 0 ? 'unclaimed' : won.length >= item.totalQuantity ? 'sold_out' : 'partial';
    deepStrictEqual(
      {
        total: item.totalQuantity,
        claimed: item.claimedCount,
        waiting: item.waitlistCount,
        status: item.status,
        withdrawn: item.withdrawnAt !== null,
        winners: item.winners.map((w) => w.claimId).sort(),
      },
      {
        total: lines.reduce((sum, { total }) => sum + total, 0),
        claimed: won.length,
        waiting: lines.flatMap(({ key }) => oracle.line(key)).length,
        status,
        withdrawn: lines.some(({ withdrawn }) => withdrawn),
        winners: won.map((c) => c.id).sort(),
      },
      `item ${item.itemNumber} and oracle`,
    );
    const stalled = lines.filter(
      ({ key }) => oracle.freeUnits(key) > 0 && oracle.line(key).some(({ queueOnly }) => !queueOnly),
    );
    deepStrictEqual(stalled, [], `no buyer waits for a free unit of ${item.itemNumber}`);
    const oversold = [item, ...(item.variants ?? [])].some((line) => line.claimedCount > line.totalQuantity);
    if (oversold) throw new Error(`item ${item.itemNumber} is oversold`);
  }
  deepStrictEqual(items.length, new Set(oracle.items.map(({ id }) => id.split('/')[0])).size);
}

/** Checks an item's claims: winners, then the line in order with positions 1, 2, 3 …, then the rest. */
async function compareLine(
  get: GetJson,
  showId: string,
  item: Item,
  claims: Claim[],
  { oracle }: Witness,
): Promise<void> {
  const listed = (await readPages<ClaimList>(get, `/api/shows/${showId}/items/${item.id}/claims`)).flatMap(
    (page) => page.claims,
  );
  deepStrictEqual(
    byId(listed),
    byId(claims.filter((claim) => claim.itemId === item.id)),
    `claims of item ${item.itemNumber} and of the show`,
  );
  const group = (claim: Claim): number =>
    claim.status === 'winner' ? 0 : claim.status === 'waitlist' ? 1 : 2;
  deepStrictEqual(listed.map(group), listed.map(group).sort(), 'winners, line, rest');
  deepStrictEqual(
    listed.filter((claim) => claim.status === 'winner').map(({ id }) => id),
    item.winners.map((winner) => winner.claimId),
    'winners in order of winning',
  );
  for (const variant of item.variants?.map(({ name }) => name) ?? [undefined]) {
    const line = listed.filter((claim) => claim.status === 'waitlist' && claim.variant === variant);
    deepStrictEqual(
      line.map(({ id }) => id),
      oracle.line(oracle.itemById(lineId(item.id, variant))?.key ?? '').map(({ id }) => id),
      `line of item ${item.itemNumber} ${variant ?? ''}`,
    );
    deepStrictEqual(
      line.map((claim) => claim.waitlistPosition),
      line.map((_, index) => index + 1),
    );
  }
}

/** Recomputes every digest and hash from the stored texts, up to the show's head. */
async function verifyChain(database: Client, showId: string): Promise<void> {
  const { rows } = await database.query<{
    seq: string;
    type: string;
    at: Date;
    by: string | null;
    payload: string;
    salt: string;
    digest: string;
    hash: string;
  }>(
    `SELECT seq, type, at, by::text AS by, payload::text AS payload, encode(salt, 'hex') AS salt, encode(digest, 'hex') AS digest, encode(hash, 'hex') AS hash FROM show_events WHERE show_id = $1 ORDER BY show_events.seq`,
    [showId],
  );
  let previous = GENESIS_HASH.toString('hex');
  for (const row of rows) {
    const digest = digestOf(row.salt, row.by, row.payload);
    deepStrictEqual(row.digest, digest, `digest of row ${row.seq}`);
    previous = hashOf(
      previous,
      showId,
      { seq: Number(row.seq), type: row.type, at: row.at.toISOString() },
      digest,
    );
    deepStrictEqual(row.hash, previous, `hash of row ${row.seq}`);
  }
  const head = await database.query<{ head_hash: Buffer; last_seq: string }>(
    'SELECT head_hash, last_seq FROM shows WHERE id = $1',
    [showId],
  );
  deepStrictEqual(
    [head.rows[0]?.head_hash.toString('hex'), Number(head.rows[0]?.last_seq)],
    [previous, rows.length],
    'head of the chain',
  );
}

/** Checks that each transaction decides its comments in order of fair time, and ties in order of arrival. */
async function verifyBatchOrder(
  database: Client,
  showId: string,
  { fairTimes }: Pick<Witness, 'fairTimes'>,
): Promise<void> {
  const rows = await database.query<{ id: string }>(
    `SELECT payload->'comment'->>'id' AS id FROM show_events WHERE show_id = $1 AND type = 'comment.received' ORDER BY seq`,
    [showId],
  );
  const comments = await database.query<{ id: string; batch: string; arrival: string; place: number }>(
    'SELECT id::text, batch::text, received_at::text AS arrival, batch_index AS place FROM comments WHERE show_id = $1',
    [showId],
  );
  // Joined here because PostgreSQL, without statistics on the new rows, would compare all pairs of them.
  const commentsById = new Map(comments.rows.map((comment) => [comment.id, comment]));
  const batches = new Map<string, typeof comments.rows>();
  for (const { id } of rows.rows) {
    const comment = commentsById.get(id);
    if (comment === undefined) continue;
    batches.set(comment.batch, [...(batches.get(comment.batch) ?? []), comment]);
  }
  for (const batch of batches.values()) {
    const ids = batch.map(({ id }) => id);
    const keys = batch.map(({ id, arrival, place }) => ({
      id,
      place,
      fair: fairTimes.get(id) ?? 0,
      arrival: Date.parse(arrival),
    }));
    const inOrder = [...keys].sort((a, b) => a.fair - b.fair || a.arrival - b.arrival || a.place - b.place);
    deepStrictEqual(
      ids,
      inOrder.map(({ id }) => id),
      'order of fair time within a transaction',
    );
  }
}
