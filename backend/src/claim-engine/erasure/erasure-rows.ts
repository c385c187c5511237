import type { IntentOutcome, ParsedComment } from '@sellary/contracts';
import { type AuditedChange, fromLines, toLines, type Tx } from '../../kernel';
import { mentions, redact, redactOutcomes, redactParsed, type Subject } from './redaction';

/** @returns the number of comments that still contained data of the viewer */
export async function redactComments(tx: Tx, showId: string, { buyerIds }: Subject): Promise<number> {
  const rows = await tx.query<{ id: string; parsed: ParsedComment; outcomes: IntentOutcome[] | null }>(
    `SELECT id, parsed, outcomes FROM comments WHERE buyer_id = ANY($1::uuid[]) AND show_id = $2 AND (text <> '' OR edited_text IS NOT NULL)`,
    [[...buyerIds], showId],
  );
  await tx.query(
    `UPDATE comments m SET text = '', edited_text = NULL, parsed = r.parsed, outcomes = r.outcomes
     FROM unnest($1::uuid[], ${fromLines(2)}::json[], ${fromLines(3)}::json[]) AS r(id, parsed, outcomes) WHERE m.id = r.id`,
    [
      rows.map((row) => row.id),
      toLines(rows.map((row) => JSON.stringify(redactParsed(row.parsed)))),
      toLines(
        rows.map((row) => (row.outcomes === null ? null : JSON.stringify(redactOutcomes(row.outcomes)))),
      ),
    ],
  );
  return rows.length;
}

/**
 * Redacts the names in `before` and `after` of an act on the show.
 * @returns null if it does not name the viewer
 */
export function redactChange(
  { entityId, before, after }: AuditedChange,
  subject: Subject,
): Pick<AuditedChange, 'before' | 'after'> | null {
  const isOwn = entityId !== null && subject.claimIds.has(entityId);
  if (!isOwn && !mentions(`${before ?? ''}${after ?? ''}`, subject)) return null;
  const clean = (json: string | null): string | null =>
    json === null ? null : JSON.stringify(redact(JSON.parse(json), subject, isOwn));
  return { before: clean(before), after: clean(after) };
}
