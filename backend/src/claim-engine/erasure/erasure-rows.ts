import type { ParsedComment } from '@sellary/contracts';
import { fromLines, type Reader, toLines, type Tx } from '../../kernel';
import { mentions, redact, redactParsed, type Subject } from './redaction';

const PAGE = 2_000;

/** The rows behind `afterSeq` that name the viewer, by number. */
export async function findLedgerRows(reader: Reader, showId: string, subject: Subject, afterSeq: number): Promise<number[]> {
  const found: number[] = [];
  for (let after = afterSeq; ;) {
    const rows = await reader.query<{ seq: number; payload: string }>(
      'SELECT seq, payload::text FROM show_events WHERE show_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [showId, after, PAGE],
    );
    found.push(...rows.filter((row) => mentions(row.payload, subject)).map((row) => row.seq));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return found;
    after = last.seq;
  }
}

/** Redacts these rows and drops their salts, without which the digest proves nothing about the old text; the chain stays as it is. @returns how many changed */
export async function redactLedgerRows(tx: Tx, showId: string, seqs: number[], subject: Subject): Promise<number> {
  let changed = 0;
  for (let from = 0; from < seqs.length; from += PAGE) {
    const rows = await tx.query<{ seq: number; payload: string }>(
      'SELECT seq, payload::text FROM show_events WHERE show_id = $1 AND seq = ANY($2::bigint[])',
      [showId, seqs.slice(from, from + PAGE)],
    );
    const redacted = rows
      .map((row) => ({ seq: row.seq, before: row.payload, after: JSON.stringify(redact(JSON.parse(row.payload), subject)) }))
      .filter((row) => row.before !== row.after);
    changed += redacted.length;
    await tx.query(
      `UPDATE show_events e SET payload = r.payload, salt = NULL FROM unnest($2::bigint[], ${fromLines(3)}::json[]) AS r(seq, payload)
       WHERE e.show_id = $1 AND e.seq = r.seq`,
      [showId, redacted.map((row) => row.seq), toLines(redacted.map((row) => row.after))],
    );
  }
  return changed;
}

/** @returns how many comments still held something */
export async function redactComments(tx: Tx, showId: string, { buyerIds }: Subject): Promise<number> {
  const rows = await tx.query<{ id: string; text: string; parsed: ParsedComment }>(
    `SELECT id, text, parsed FROM comments WHERE buyer_id = ANY($1::uuid[]) AND show_id = $2 AND (text <> '' OR edited_text IS NOT NULL)`,
    [[...buyerIds], showId],
  );
  await tx.query(
    `UPDATE comments m SET text = '', edited_text = NULL, parsed = r.parsed FROM unnest($1::uuid[], ${fromLines(2)}::json[]) AS r(id, parsed) WHERE m.id = r.id`,
    [rows.map((row) => row.id), toLines(rows.map((row) => JSON.stringify(redactParsed(row.parsed))))],
  );
  return rows.length;
}

/** Names in `before` and `after` of the acts on this show; who did what when stays. */
export async function redactAudit(tx: Tx, showId: string, subject: Subject): Promise<void> {
  const rows = await tx.query<{ id: string; entity_id: string | null; before: string | null; after: string | null }>(
    'SELECT id, entity_id, before::text, after::text FROM audit_log WHERE show_id = $1',
    [showId],
  );
  const about = (row: { entity_id: string | null }): boolean => row.entity_id !== null && subject.claimIds.has(row.entity_id);
  const clean = (json: string | null, own: boolean): string | null =>
    json === null ? null : JSON.stringify(redact(JSON.parse(json), subject, own));
  const named = rows.filter((row) => about(row) || mentions(`${row.before ?? ''}${row.after ?? ''}`, subject));
  if (named.length === 0) return;
  await tx.query("SET LOCAL sellary.redacting = 'on'");
  await tx.query(
    `UPDATE audit_log a SET before = r.before, after = r.after FROM unnest($1::uuid[], ${fromLines(2)}::jsonb[], ${fromLines(3)}::jsonb[]) AS r(id, before, after)
     WHERE a.id = r.id`,
    [
      named.map((row) => row.id),
      toLines(named.map((row) => clean(row.before, about(row)))),
      toLines(named.map((row) => clean(row.after, about(row)))),
    ],
  );
  await tx.query("SET LOCAL sellary.redacting = 'off'");
}
