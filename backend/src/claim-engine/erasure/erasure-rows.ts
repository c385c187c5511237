import { type AuditedChange, fromLines, packLines, type Tx } from '../../kernel';
import type { CommentRow } from '../records/comment-record';
import { mentions, redact, redactOutcomes, redactParsed, type Subject } from './redaction';

/** @returns the number of comments that still contained the viewer's data */
export async function redactComments(tx: Tx, showId: string, { buyerIds }: Subject): Promise<number> {
  const rows = await tx.query<Pick<CommentRow, 'id' | 'parsed' | 'outcomes' | 'resolution'>>(
    `SELECT id, parsed, outcomes, resolution FROM comments
     WHERE buyer_id = ANY($1::uuid[]) AND show_id = $2 AND (text <> '' OR edited_text IS NOT NULL)`,
    [[...buyerIds], showId],
  );
  const lines = (valueOf: (row: (typeof rows)[number]) => unknown): string =>
    packLines(rows.map((row) => (valueOf(row) == null ? null : JSON.stringify(valueOf(row)))));
  await tx.query(
    `UPDATE comments m SET text = '', edited_text = NULL, parsed = r.parsed, outcomes = r.outcomes, resolution = r.resolution
     FROM unnest($1::uuid[], ${fromLines(2)}::json[], ${fromLines(3)}::json[], ${fromLines(4)}::json[]) AS r(id, parsed, outcomes, resolution)
     WHERE m.id = r.id`,
    [
      rows.map((row) => row.id),
      lines(({ parsed }) => redactParsed(parsed)),
      lines(({ outcomes }) => outcomes && redactOutcomes(outcomes)),
      lines(({ resolution }) =>
        resolution?.outcomes === undefined
          ? resolution
          : { ...resolution, outcomes: redactOutcomes(resolution.outcomes) },
      ),
    ],
  );
  return rows.length;
}

/**
 * Redacts the viewer's data in the `before` and `after` of an act on the show.
 * @returns null if neither names the viewer
 */
export function redactChange(
  { entityId, before, after }: AuditedChange,
  subject: Subject,
): Pick<AuditedChange, 'before' | 'after'> | null {
  const isViewersClaim = entityId !== null && subject.claimIds.has(entityId);
  if (!isViewersClaim && !mentions(`${before ?? ''}${after ?? ''}`, subject)) return null;
  const clean = (json: string | null): string | null =>
    json === null ? null : JSON.stringify(redact(JSON.parse(json), subject, isViewersClaim));
  return { before: clean(before), after: clean(after) };
}
