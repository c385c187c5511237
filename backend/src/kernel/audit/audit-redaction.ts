import type { AuditSubject } from '@sellary/contracts';
import { fromLines, toLines } from '../database/lines';
import type { Tx } from '../database/transactions';

/** The part of an audit entry that may name a viewer: `before` and `after` as JSON texts. */
export interface AuditedChange {
  entityId: string | null;
  before: string | null;
  after: string | null;
}

/**
 * Rewrites the recorded values in the audit entries of a show. The actor, the action, and the time stay. `redact`
 * returns null for an entry that does not change.
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
        toLines(redacted.map((row) => row.before)),
        toLines(redacted.map((row) => row.after)),
      ],
    ),
  );
}

/**
 * Removes the recorded values of acts on a deleted show. The entries about the show itself keep their
 * figures.
 */
export const dropAuditedChanges = (tx: Tx, showId: string): Promise<void> =>
  whileRedacting(tx, () =>
    tx.query(
      "UPDATE audit_log SET before = NULL, after = NULL WHERE show_id = $1 AND action NOT LIKE 'show.%'",
      [showId],
    ),
  );

/** Removes the recorded values of acts on these entities, which belong to no show. */
export const dropAuditedChangesOf = (
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

/** Runs a change of the audit log that its trigger refuses otherwise. */
async function whileRedacting(tx: Tx, change: () => Promise<unknown>): Promise<void> {
  await tx.query("SET LOCAL sellary.redacting = 'on'");
  await change();
  await tx.query("SET LOCAL sellary.redacting = 'off'");
}
