import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ShowEntity } from '../../shows';

/**
 * Marks up to where the units of a show are in baskets. Without a row, all claims of the show are read again. A change that
 * the ledger of the show does not contain (who a buyer is, an undone step of a basket) removes the row.
 */
@Entity('basket_marks')
export class BasketMarkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_basket_marks' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_basket_marks_show' })
  showId!: string;

  /** Ledger row up to which the units are in baskets. */
  @Column('bigint')
  seq!: number;

  /** The setting with which they were put into baskets. */
  @Column('boolean')
  openBox!: boolean;
}
