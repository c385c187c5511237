import type {
  Currency,
  DismissedNumber,
  Show,
  ShowRules,
  ShowStats,
  ShowStatus,
  Source,
} from '@sellary/contracts';
import { ApiError, deleteLedger, isoTime, type PreparedReader, type Reader, type Tx } from '../kernel';
import { rulesOf } from './rules/show-rules';
import type { ActiveSpan } from './show.entity';

/** A show as stored. */
export interface ShowRow {
  id: string;
  workspace_id: string;
  name: string;
  status: ShowStatus;
  /** As stored; read them with `rulesOf`. */
  rules: Partial<ShowRules>;
  currency: Currency | null;
  spans: ActiveSpan[];
  now_showing_item_id: string | null;
  dismissed_numbers: DismissedNumber[];
  started_at: Date | null;
  ended_at: Date | null;
  created_at: Date;
  updated_at: Date;
  last_seq: number;
  head_hash: Buffer;
  last_batch: number;
  vocabulary: number;
  item_count: number;
  items_claimed: number;
  units_total: number;
  units_claimed: number;
  winner_count: number;
  waitlist_count: number;
  unmatched_count: number;
  pending_count: number;
  review_count: number;
  unique_buyers: number;
  comment_count: number;
  claim_count: number;
  amount_won: number;
}

export const statsOf = (row: ShowRow): ShowStats => ({
  items: row.item_count,
  itemsClaimed: row.items_claimed,
  unitsTotal: row.units_total,
  unitsClaimed: row.units_claimed,
  winners: row.winner_count,
  waitlisted: row.waitlist_count,
  unmatched: row.unmatched_count,
  pending: row.pending_count,
  review: row.review_count,
  uniqueBuyers: row.unique_buyers,
  comments: row.comment_count,
  claims: row.claim_count,
  ...(row.currency === null ? {} : { amountWon: row.amount_won }),
});

/** The counters as stored. */
export const countersOf = (stats: ShowStats) => ({
  item_count: stats.items,
  items_claimed: stats.itemsClaimed,
  units_total: stats.unitsTotal,
  units_claimed: stats.unitsClaimed,
  winner_count: stats.winners,
  waitlist_count: stats.waitlisted,
  unmatched_count: stats.unmatched,
  pending_count: stats.pending,
  review_count: stats.review,
  unique_buyers: stats.uniqueBuyers,
  comment_count: stats.comments,
  claim_count: stats.claims,
  amount_won: stats.amountWon ?? 0,
});

/** A pause starts when the latest span ends. */
function currentPause({ status, spans }: ShowRow): Pick<Show, 'pausedAt'> {
  const start = spans.at(-1)?.[1];
  return status === 'paused' && typeof start === 'number' ? { pausedAt: isoTime(start) } : {};
}

export function toShow(row: ShowRow, sources: Source[]): Show {
  const rules = rulesOf(row);
  const { claimWords, passWords, maxClaimsPerComment, fairnessWindowSeconds } = rules;
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    sources,
    rules,
    claimWords,
    passWords,
    maxClaimsPerComment,
    fairnessWindowSeconds,
    nowShowingItemId: row.now_showing_item_id,
    dismissedNumbers: row.dismissed_numbers,
    ...(row.currency === null ? {} : { currency: row.currency }),
    startedAt: row.started_at?.toISOString() ?? null,
    ...currentPause(row),
    endedAt: row.ended_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    stats: statsOf(row),
    lastSeq: row.last_seq,
  };
}

/** A show for the audit log, without the fields that repeat its rules. */
export const withoutRepeatedRules = (show: Show): Record<string, unknown> =>
  Object.fromEntries(Object.entries(show).filter(([field]) => !(field in show.rules)));

/** Sources by show id. Each show's sources are in the operator's order. */
export async function readSources(reader: PreparedReader, showIds: string[]): Promise<Map<string, Source[]>> {
  const rows = await reader.prepared<Source & { showId: string }>(
    `SELECT id, show_id AS "showId", platform, connection_id AS "connectionId", live_id AS "liveId", live_url AS "liveUrl"
     FROM show_sources WHERE show_id = ANY($1::uuid[]) ORDER BY show_id, position`,
    [showIds],
  );
  const sourcesByShow = new Map<string, Source[]>(showIds.map((id) => [id, []]));
  for (const { showId, ...source } of rows) sourcesByShow.get(showId)?.push(source);
  return sourcesByShow;
}

/** The show's sources in the operator's order. */
export const sourcesOf = async (reader: PreparedReader, showId: string): Promise<Source[]> =>
  (await readSources(reader, [showId])).get(showId) ?? [];

/** @returns null if the show is not in this workspace. */
export async function readShow(
  reader: PreparedReader,
  workspaceId: string,
  showId: string,
): Promise<Show | null> {
  const [[row], sources] = await Promise.all([
    reader.prepared<ShowRow>('SELECT * FROM shows WHERE id = $1 AND workspace_id = $2', [
      showId,
      workspaceId,
    ]),
    sourcesOf(reader, showId),
  ]);
  return row === undefined ? null : toShow(row, sources);
}

/** @returns null if there is no such show. The caller checks the workspace. */
export async function readShowRow(reader: Reader, showId: string): Promise<ShowRow | null> {
  const [row] = await reader.query<ShowRow>('SELECT * FROM shows WHERE id = $1', [showId]);
  return row ?? null;
}

/** @throws ApiError NOT_FOUND */
export async function requireShowRow(reader: Reader, showId: string): Promise<ShowRow> {
  const show = await readShowRow(reader, showId);
  if (show === null) throw ApiError.notFound('show');
  return show;
}

/** Number of each show's last ledger row. Shows that do not exist are left out. */
export async function readLastSeqs(reader: Reader, showIds: string[]): Promise<Map<string, number>> {
  const rows = await reader.query<{ id: string; last_seq: number }>(
    'SELECT id, last_seq FROM shows WHERE id = ANY($1::uuid[])',
    [showIds],
  );
  return new Map(rows.map((row) => [row.id, row.last_seq]));
}

/** Deletes a show with its ledger and its sources. */
export async function deleteShow(tx: Tx, showId: string): Promise<void> {
  await deleteLedger(tx, showId);
  await tx.query('DELETE FROM shows WHERE id = $1', [showId]);
}
