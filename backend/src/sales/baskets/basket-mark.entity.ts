import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ShowEntity } from '../../shows';

/**
 * Marks the ledger row up to which the units of a show are in baskets. Without a mark, all claims of the show
 * are read again. A change that the ledger of the show does not contain (a merge of people, an undone step of a
 * basket) removes the mark.
 */
@Entity('basket_marks')
export class BasketMarkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_basket_marks' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_basket_marks_show' })
  showId!: string;

  @Column('bigint')
  seq!: number;

  /** The workspace's setting `openBox` when the mark was written. */
  @Column('boolean')
  openBox!: boolean;
}
