import type { DataSource } from 'typeorm';
import { fromLines, plainArray, packLines, uuidV7 } from '../src/kernel';

type Row = Record<string, unknown>;
interface Batch {
  comments: Row[];
  claims: Row[];
  events: Row[];
}

const COMMENT_TYPES: Record<string, string> = {
  id: 'uuid',
  show_id: 'uuid',
  platform: 'text',
  live_id: 'text',
  platform_comment_id: 'text',
  buyer_id: 'uuid',
  text: 'text',
  parsed: 'json',
  outcome: 'text',
  claim_ids: 'text',
  by_host: 'bool',
  commented_at: 'timestamptz',
  seconds_only: 'bool',
  received_at: 'timestamptz',
  batch: 'bigint',
  batch_index: 'int',
};
const CLAIM_TYPES: Record<string, string> = {
  id: 'uuid',
  show_id: 'uuid',
  item_id: 'uuid',
  item_key: 'text',
  buyer_id: 'uuid',
  comment_id: 'uuid',
  status: 'text',
  unit: 'int',
  place: 'float8',
  queue_only: 'bool',
  won_seq: 'bigint',
  why: 'json',
  idempotency_key: 'text',
  operator_action: 'bool',
  claimed_at: 'timestamptz',
  received_at: 'timestamptz',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
};
const EVENT_TYPES: Record<string, string> = {
  show_id: 'uuid',
  seq: 'bigint',
  type: 'text',
  at: 'timestamptz',
  payload: 'json',
  salt: 'text',
  digest: 'text',
  hash: 'text',
};

const columns = (types: Record<string, string>, as: (name: string) => string = (name) => name): string =>
  Object.keys(types).map(as).join(', ');
const selectList = (types: Record<string, string>): string =>
  Object.entries(types)
    .map(([name, type]) =>
      type === 'timestamptz'
        ? `to_json(${name}) #>> '{}' AS ${name}`
        : type === 'json' || name === 'claim_ids'
          ? `${name}::text AS ${name}`
          : name,
    )
    .join(', ');

/**
 * Reads what the engine wrote for a show, as rows for a copy of the show, with the same values and batches
 * but new ids. This step is not measured. JSON is read as text, so that the measured inserts do not serialize
 * it.
 */
export async function batchesForCopy(
  dataSource: DataSource,
  fromShowId: string,
  toShowId: string,
): Promise<Batch[]> {
  const comments = await dataSource.query<Row[]>(
    `SELECT ${selectList(COMMENT_TYPES)} FROM comments WHERE show_id = $1 ORDER BY batch, batch_index`,
    [fromShowId],
  );
  const claims = await dataSource.query<Row[]>(
    `SELECT ${selectList(CLAIM_TYPES)} FROM claims WHERE show_id = $1`,
    [fromShowId],
  );
  const events = await dataSource.query<Row[]>(
    `SELECT show_id, seq, type, to_json(at) #>> '{}' AS at, payload::text AS payload, encode(salt, 'hex') AS salt, encode(digest, 'hex') AS digest, encode(hash, 'hex') AS hash
     FROM show_events WHERE show_id = $1 AND type LIKE ANY ('{comment.%,claim.%,item.updated}') ORDER BY seq`,
    [fromShowId],
  );
  const newIds = new Map(comments.map((comment) => [comment['id'], uuidV7()]));
  const batchNumbers = new Map(comments.map((comment) => [comment['id'], comment['batch']]));
  const batches = new Map<unknown, Batch>();
  for (const comment of comments) {
    const batch = batches.get(comment['batch']) ?? { comments: [], claims: [], events: [] };
    batches.set(comment['batch'], batch);
    batch.comments.push({ ...comment, id: newIds.get(comment['id']), show_id: toShowId });
  }
  for (const claim of claims) {
    const batch = batches.get(batchNumbers.get(claim['comment_id']));
    batch?.claims.push({
      ...claim,
      id: uuidV7(),
      show_id: toShowId,
      comment_id: newIds.get(claim['comment_id']),
    });
  }
  let currentBatch: Batch | undefined;
  for (const event of events) {
    if (event['type'] === 'comment.received') {
      const { comment } = JSON.parse(String(event['payload'])) as { comment: { id: string } };
      currentBatch = batches.get(batchNumbers.get(comment.id));
    }
    currentBatch?.events.push({ ...event, show_id: toShowId });
  }
  return [...batches.values()];
}

// The values have the same formats as in the engine's statements: JSON, hex, and idempotency keys as lines,
// other values that need no quotes as plain arrays, and the rest as ordinary arrays.
const isSentAsLines = (name: string, type: string): boolean =>
  type === 'json' || ['salt', 'digest', 'hash', 'idempotency_key'].includes(name);
const isPlain = (name: string, type: string): boolean =>
  type !== 'text' || ['platform', 'outcome', 'status', 'type'].includes(name);
const parameters = (rows: Row[], types: Record<string, string>): unknown[] =>
  Object.entries(types).map(([name, type]) => {
    if (isSentAsLines(name, type)) return packLines(rows.map((row) => row[name] as string | null));
    return isPlain(name, type)
      ? plainArray(rows.map((row) => row[name] as string | null))
      : rows.map((row) => row[name] ?? null);
  });
const unnest = (types: Record<string, string>): string =>
  Object.entries(types)
    .map(([name, type], index) =>
      isSentAsLines(name, type) ? `${fromLines(index + 1)}::${type}[]` : `$${index + 1}::${type}[]`,
    )
    .join(', ');

/**
 * Baseline (b): inserts the same rows in the same multi-row statements and batches, one transaction each,
 * without reading, deciding, or hashing.
 * @returns the duration in seconds
 */
export async function insertBare(dataSource: DataSource, batches: Batch[]): Promise<number> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  const started = performance.now();
  for (const batch of batches) {
    const queries = [
      runner.query('BEGIN'),
      runner.query(
        `INSERT INTO comments (${columns(COMMENT_TYPES)}) SELECT ${columns(COMMENT_TYPES, (name) => (name === 'claim_ids' ? 'claim_ids::uuid[]' : name))} FROM unnest(${unnest(COMMENT_TYPES)}) AS r(${columns(COMMENT_TYPES)})`,
        parameters(batch.comments, COMMENT_TYPES),
      ),
    ];
    if (batch.claims.length > 0) {
      queries.push(
        runner.query(
          `INSERT INTO claims (${columns(CLAIM_TYPES)}) SELECT * FROM unnest(${unnest(CLAIM_TYPES)})`,
          parameters(batch.claims, CLAIM_TYPES),
        ),
      );
    }
    queries.push(
      runner.query(
        `INSERT INTO show_events (${columns(EVENT_TYPES)}) SELECT ${columns(EVENT_TYPES, (name) => (['salt', 'digest', 'hash'].includes(name) ? `decode(${name}, 'hex')` : name))} FROM unnest(${unnest(EVENT_TYPES)}) AS r(${columns(EVENT_TYPES)})`,
        parameters(batch.events, EVENT_TYPES),
      ),
      runner.query('COMMIT'),
    );
    await Promise.all(queries);
  }
  const seconds = (performance.now() - started) / 1000;
  await runner.release();
  return seconds;
}
