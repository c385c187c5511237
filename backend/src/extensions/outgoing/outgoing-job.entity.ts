import type { JobPayload, JobState } from '@sellary/extension-kit';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WorkspaceEntity } from '../../auth';

/**
 * An extension job. This row has all of the job's data. pg-boss has only its next run, which refers to the
 * job by id.
 */
@Entity('outgoing_jobs')
@Index('UQ_outgoing_jobs_key', ['workspaceId', 'extension', 'handler', 'key'], { unique: true })
@Index('IX_outgoing_jobs_line', ['line', 'place'], { where: "state = 'waiting'" })
@Index('IX_outgoing_jobs_list', ['workspaceId', 'extension', 'createdAt', 'id'])
@Index('IX_outgoing_jobs_open', ['workspaceId', 'extension'], { where: "state IN ('waiting', 'failed')" })
@Index('IX_outgoing_jobs_ended', ['endedAt'], { where: 'ended_at IS NOT NULL' })
export class OutgoingJobEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_outgoing_jobs' })
  id!: string;

  /** Position in the order in which jobs were enqueued. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  place!: number;

  @Column('uuid')
  @ForeignKey(() => WorkspaceEntity, { onDelete: 'CASCADE', name: 'FK_outgoing_jobs_workspace' })
  workspaceId!: string;

  @Column('text')
  extension!: string;

  @Column('text')
  handler!: string;

  @Column('text')
  key!: string;

  @Column('text', { nullable: true })
  channel!: string | null;

  /** Jobs in the same line are handled one after another, by place. Null means in any order. */
  @Column('text', { nullable: true })
  line!: string | null;

  @Column('integer', { nullable: true })
  maxPerMinute!: number | null;

  @Column('json')
  payload!: JobPayload;

  @Column('text')
  state!: JobState;

  /** Id of the current run in pg-boss. A run with a different id does nothing. */
  @Column('uuid')
  runId!: string;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  nextAttemptAt!: Date;

  /** Time after which a failed attempt is the last. */
  @Column({ type: 'timestamptz', precision: 3 })
  retryUntil!: Date;

  @Column('text', { nullable: true })
  result!: string | null;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
}
