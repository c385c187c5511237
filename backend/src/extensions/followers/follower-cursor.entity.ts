import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ShowEntity } from '../../shows';

/** A follower's place in a show's ledger. */
@Entity('extension_cursors')
@Index('IDX_extension_cursors_retry', ['retryAt'], { where: 'retry_at IS NOT NULL' })
export class FollowerCursorEntity {
  /** `<extension>/<class>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_extension_cursors' })
  follower!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_extension_cursors' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_extension_cursors_show' })
  showId!: string;

  /** Last row handled, skipped, or set aside, or 0 before the first row. */
  @Column('bigint')
  seq!: number;

  /** Failed attempts at the next row. */
  @Column('integer', { default: 0 })
  failures!: number;

  /**
   * Earliest time to try the next row. Also set if a transaction left more rows to handle, so that another
   * process finds them if this process ends. Otherwise null.
   */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  retryAt!: Date | null;

  /** Last error message, kept after a later success. */
  @Column('text', { nullable: true })
  error!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  failedAt!: Date | null;
}
