import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ShowEntity } from '../../shows';

/** A ledger row that a follower could not handle. An admin may retry or skip it. */
@Entity('extension_parked_events')
export class ParkedEventEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_extension_parked_events' })
  follower!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_extension_parked_events' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_extension_parked_events_show' })
  showId!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'PK_extension_parked_events' })
  seq!: number;

  /** Last error message. */
  @Column('text')
  error!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  parkedAt!: Date;

  /** Id of the row in the API. */
  @Column('uuid')
  id!: string;

  /** True if the row is waiting to be delivered again. */
  @Column('boolean', { default: false })
  retrying!: boolean;
}
