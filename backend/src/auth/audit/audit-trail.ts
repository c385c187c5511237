import { Injectable } from '@nestjs/common';
import type { Actor, ActorKind, AuditList, AuditRecord } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { ApiError, encodeCursor, idOr404, pageRequest } from '../../kernel';
import type { Principal } from '../access/principal';
import type { AuditQuery } from './audit.dto';

/**
 * A page ends early if its entries exceed this size, because one entry about 500 new items is as long as
 * thousands of others.
 */
const MAX_PAGE_BYTES = 500_000;

interface AuditRow extends Omit<AuditRecord, 'at' | 'user'> {
  at: Date;
  actorKind: ActorKind | null;
  userId: string | null;
  userName: string;
  /** Number of entries found, at most one more than the page may have. */
  found: number;
}

/** Reads a workspace's audit log. */
@Injectable()
export class AuditTrail {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Lists the audit log, newest first.
   * @throws ApiError NOT_FOUND (another workspace, a malformed id), VALIDATION_FAILED (not a time)
   */
  async list(principal: Principal, workspaceId: string, query: AuditQuery): Promise<AuditList> {
    if (workspaceId !== principal.workspaceId) throw ApiError.notFound('workspace');
    const { limit, parameters } = pageRequest(query);
    const rows = await this.dataSource.query<AuditRow[]>(
      `WITH entries AS (SELECT id, created_at AS at, actor_kind AS "actorKind", user_id AS "userId", user_name AS "userName", action, entity_type AS "entityType", entity_id AS "entityId",
         show_id AS "showId", before, after
       FROM audit_log WHERE workspace_id = $1 AND ($2::uuid IS NULL OR user_id = $2) AND ($3::text IS NULL OR action = $3)
         AND ($4::text IS NULL OR entity_type = $4) AND ($5::uuid IS NULL OR show_id = $5)
         AND ($6::timestamptz IS NULL OR created_at >= $6) AND ($7::timestamptz IS NULL OR created_at < $7)
         AND ($8::timestamptz IS NULL OR (created_at, id) < ($8, $9::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $10),
       sized AS (SELECT entries.*, count(*) OVER () AS found, row_number() OVER newest AS place,
         sum(octet_length(coalesce(before::text, '')) + octet_length(coalesce(after::text, ''))) OVER newest AS bytes
         FROM entries WINDOW newest AS (ORDER BY at DESC, id DESC))
       SELECT id, at, "actorKind", "userId", "userName", action, "entityType", "entityId", "showId", before, after, found FROM sized
       WHERE place = 1 OR bytes <= $11 ORDER BY at DESC, id DESC`,
      [
        workspaceId,
        query.userId === undefined ? null : idOr404(query.userId, 'member'),
        query.action ?? null,
        query.entityType ?? null,
        query.showId === undefined ? null : idOr404(query.showId, 'show'),
        toIsoTime('from', query.from),
        toIsoTime('to', query.to),
        ...parameters,
        MAX_PAGE_BYTES,
      ],
    );
    const entries = rows.slice(0, limit);
    const last = entries.at(-1);
    const hasMore = last !== undefined && entries.length < last.found;
    return {
      entries: entries.map(toRecord),
      nextCursor: hasMore ? encodeCursor({ sortValue: last.at.toISOString(), id: last.id }) : null,
    };
  }
}

const toRecord = ({ actorKind, userId, userName, at, found: _, ...row }: AuditRow): AuditRecord => ({
  ...row,
  at: at.toISOString(),
  user: actorOfRow(actorKind, userId, userName),
});

/** An entry's actor. Older rows have no kind; in those rows, only people have an id. */
function actorOfRow(kind: ActorKind | null, id: string | null, name: string): Actor {
  if (kind === 'extension') return { kind, name };
  return id === null ? { kind: 'engine', reason: name } : { kind: 'person', id, name };
}

// ISO 8601 has forms that the validator accepts but `Date` does not, such as week dates.
function toIsoTime(field: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) {
    throw ApiError.invalid(field, `${field} must be a date and time such as 2026-03-01T10:00:00.000Z`);
  }
  return at.toISOString();
}
