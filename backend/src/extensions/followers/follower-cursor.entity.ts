import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ShowEntity } from '../../shows';

/** Place of a follower in the ledger of a show. */
@Entity('extension_cursors')
@Index('IDX_extension_cursors_retry', ['retryAt'], { where: 'retry_at IS NOT NULL' })
export class FollowerCursorEntity {
  /** `<extension>/<class>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_extension_cursors' })
  follower!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_extension_cursors' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_extension_cursors_show' })
  showId!: string;

  /** Last row that was handled, skipped, or set aside; 0 before the first. */
  @Column('bigint')
  seq!: number;

  /** Failed attempts at the next row. */
  @Column('integer', { default: 0 })
  failures!: number;

  /**
   * Time before which the next row is not tried. Also set if a transaction left further rows, so that
   * another process finds them if this process ends. Otherwise null.
   */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  retryAt!: Date | null;

  /** Message of the last error; it stays after a later success. */
  @Column('text', { nullable: true })
  error!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  failedAt!: Date | null;
}
