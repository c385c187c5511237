import type { Broadcast, PlatformId, SourceState } from '@sellary/contracts';
import { ShowEntity } from '../../shows';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Progress and state of reading a show's broadcast. Keyed by broadcast and not by source row, because source
 * rows are replaced whenever the sources are changed during a pause.
 */
@Entity('source_readings')
@Index('IDX_source_readings_unfinished', ['showId'], { where: 'final_sweeps < 3' })
export class SourceReadingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_source_readings' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_source_readings_show' })
  showId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_source_readings' })
  platform!: PlatformId;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_source_readings' })
  liveId!: string;

  /** The broadcast's page or account, used to find a new connection after a disconnect. */
  @Column('text', { nullable: true })
  accountId!: string | null;

  /** Id of the broadcast's video, used in addresses and webhooks. */
  @Column('text', { nullable: true })
  videoId!: string | null;

  /** Platform time of the newest comment in a completed and committed scan. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  watermark!: Date | null;

  /** The platform's paging cursor, if comments are read oldest first. Everything before it is committed. */
  @Column('text', { nullable: true })
  cursor!: string | null;

  @Column('text', { default: 'waiting' })
  state!: SourceState;

  /** Code of the problem; null if there is none. */
  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('text', { nullable: true })
  message!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  nextTryAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastReadAt!: Date | null;

  /** Time at which the broadcast was found to be over; null while it is running, or running again. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  overAt!: Date | null;

  /** A newer broadcast from the same account, if there is one. */
  @Column('json', { nullable: true })
  successor!: Broadcast | null;

  /** Growth of the platform's comment count since the last comment arrived here; null if unknown. */
  @Column('int', { nullable: true })
  countedSince!: number | null;

  /** The platform's clock minus ours at the last cycle, ms; null before the first. */
  @Column('bigint', { nullable: true })
  skewMs!: number | null;

  /** Number of completed scans after the show's end, out of three. */
  @Column('int', { default: 0 })
  finalSweeps!: number;
}
