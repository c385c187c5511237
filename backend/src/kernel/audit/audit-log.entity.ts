import type { ActorKind } from '@sellary/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One audit entry: an act, with the state before and after it. Rows are never deleted. Only redaction changes
 * them, and only `before` and `after`.
 */
@Entity('audit_log')
@Index('IDX_audit_log_workspace', ['workspaceId', 'createdAt', 'id'])
@Index('IDX_audit_log_show', ['showId', 'createdAt'], { where: 'show_id IS NOT NULL' })
export class AuditLogEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_audit_log' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  /** Null in rows older than this column. */
  @Column('text', { nullable: true })
  actorKind!: ActorKind | null;

  /** Null if the actor is not a user. */
  @Column('uuid', { nullable: true })
  userId!: string | null;

  /** The actor's name at the time of the act or, for the engine, the reason for the act. */
  @Column('text')
  userName!: string;

  /** `thing.verb`, such as `claim.release`. */
  @Column('text')
  action!: string;

  @Column('text')
  entityType!: string;

  @Column('uuid', { nullable: true })
  entityId!: string | null;

  @Column('uuid', { nullable: true })
  showId!: string | null;

  @Column('jsonb', { nullable: true })
  before!: unknown;

  @Column('jsonb', { nullable: true })
  after!: unknown;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
