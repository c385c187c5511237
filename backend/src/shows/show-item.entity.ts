import { MAX_UNITS_PER_ITEM } from '@sellary/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ShowEntity } from './show.entity';

/** A numbered thing for sale. `itemKey` is its identity, `itemNumber` what the operator typed. */
@Entity('show_items')
@Index('UQ_show_items_key', ['showId', 'itemKey'], { unique: true })
@Check('CHK_show_items_quantity', `total_quantity BETWEEN 1 AND ${MAX_UNITS_PER_ITEM}`)
@Check('CHK_show_items_not_oversold', 'claimed_count BETWEEN 0 AND total_quantity')
@Check('CHK_show_items_waitlist', 'waitlist_count >= 0')
export class ShowItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_show_items' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_show_items_show' })
  showId!: string;

  @Column('text')
  itemKey!: string;

  @Column('text')
  itemNumber!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('int')
  position!: number;

  @Column('int', { default: 1 })
  totalQuantity!: number;

  @Column('int', { default: 0 })
  claimedCount!: number;

  @Column('int', { default: 0 })
  waitlistCount!: number;

  /** The last place given out in the item's line. */
  @Column('double precision', { default: 0 })
  lastPlace!: number;

  /** null while it is for sale. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
