import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A stored photo that items refer to. The row is written before its files, so that every file can be found
 * and deleted through its row.
 */
@Entity('item_photos')
@Index('IX_item_photos_added', ['addedAt'])
export class ItemPhotoEntity {
  /**
   * Hash of the workspace and the content, so that the same upload is stored once and copied items share it.
   */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_item_photos' })
  id!: string;

  /** Time of the last upload with this content. */
  @Column({ type: 'timestamptz', precision: 3 })
  addedAt!: Date;
}
