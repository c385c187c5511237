import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ShowEntity } from '../../shows';

/**
 * Stores the ledger row up to which a show's won units have been put into baskets. Without a mark, all of the
 * show's claims are read again. A change that is not in the show's ledger (merging people, undoing a basket
 * step) removes the mark.
 */
@Entity('basket_marks')
export class BasketMarkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_basket_marks' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_basket_marks_show' })
  showId!: string;

  @Column('bigint')
  seq!: number;

  /** The workspace's `openBox` setting when the mark was written. */
  @Column('boolean')
  openBox!: boolean;
}
