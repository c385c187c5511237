import type { Actor, AuditAction, AuditSubject } from '@sellary/contracts';
import type { Tx } from '../database/transactions';
import { uuidV7 } from '../clock/uuid-v7';
import { actorName } from './actor-name';

export interface AuditEntry {
  workspaceId: string;
  actor: Actor;
  action: AuditAction;
  entityType: AuditSubject;
  entityId: string | null;
  showId?: string;
  before?: unknown;
  after?: unknown;
  at: string;
}

/** Converts a value to JSON without NUL and lone surrogates, which jsonb rejects and a viewer's text may contain. */
export const toStorableJson = (value: unknown): string | null =>
  value === undefined
    ? null
    : JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
      );

/** Adds an audit entry in the transaction of the act, so that no act exists without its entry. */
export function recordAudit(tx: Tx, entry: AuditEntry): Promise<unknown> {
  const { actor } = entry;
  return tx.query(
    `INSERT INTO audit_log (id, workspace_id, actor_kind, user_id, user_name, action, entity_type, entity_id, show_id, before, after, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      uuidV7(),
      entry.workspaceId,
      actor.kind,
      actor.kind === 'person' ? actor.id : null,
      actorName(actor),
      entry.action,
      entry.entityType,
      entry.entityId,
      entry.showId ?? null,
      toStorableJson(entry.before),
      toStorableJson(entry.after),
      entry.at,
    ],
  );
}
