import type { AuditSubject } from '@sellary/contracts';
import { fromLines, packLines } from '../database/lines';
import type { Tx } from '../database/transactions';

/** The part of an audit entry that may name a viewer: `before` and `after` as JSON strings. */
export interface AuditedChange {
  entityId: string | null;
  before: string | null;
  after: string | null;
}

/**
 * Rewrites `before` and `after` in a show's audit entries. `redact` returns null if an entry needs no change.
 */
export async function redactAudit(
  tx: Tx,
  showId: string,
  redact: (change: AuditedChange) => Pick<AuditedChange, 'before' | 'after'> | null,
): Promise<void> {
  const rows = await tx.query<AuditedChange & { id: string }>(
    'SELECT id, entity_id AS "entityId", before::text, after::text FROM audit_log WHERE show_id = $1',
    [showId],
  );
  const redacted = rows.flatMap((row) => {
    const change = redact(row);
    return change === null ? [] : [{ id: row.id, ...change }];
  });
  if (redacted.length === 0) return;
  await whileRedacting(tx, () =>
    tx.query(
      `UPDATE audit_log a SET before = r.before, after = r.after FROM unnest($1::uuid[], ${fromLines(2)}::jsonb[], ${fromLines(3)}::jsonb[]) AS r(id, before, after)
       WHERE a.id = r.id`,
      [
        redacted.map((row) => row.id),
        packLines(redacted.map((row) => row.before)),
        packLines(redacted.map((row) => row.after)),
      ],
    ),
  );
}

/** Removes `before` and `after` from a deleted show's audit entries, except those for `show.…` acts. */
export const dropAuditedShowChanges = (tx: Tx, showId: string): Promise<void> =>
  whileRedacting(tx, () =>
    tx.query(
      "UPDATE audit_log SET before = NULL, after = NULL WHERE show_id = $1 AND action NOT LIKE 'show.%'",
      [showId],
    ),
  );

/** Removes `before` and `after` from the audit entries for these entities, which have no show. */
export const dropAuditedEntityChanges = (
  tx: Tx,
  workspaceIds: readonly string[],
  entityType: AuditSubject,
  entityIds: readonly string[],
): Promise<void> =>
  whileRedacting(tx, () =>
    tx.query(
      `UPDATE audit_log SET before = NULL, after = NULL
       WHERE workspace_id = ANY($1::uuid[]) AND entity_type = $2 AND entity_id = ANY($3::uuid[])`,
      [workspaceIds, entityType, entityIds],
    ),
  );

/** Runs a change to the audit log that the table's trigger would otherwise reject. */
async function whileRedacting(tx: Tx, change: () => Promise<unknown>): Promise<void> {
  await tx.query("SET LOCAL sellary.redacting = 'on'");
  await change();
  await tx.query("SET LOCAL sellary.redacting = 'off'");
}
