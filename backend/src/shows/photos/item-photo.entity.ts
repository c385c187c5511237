import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A stored photo, which items refer to. The row is written before its files, so that every file has a row by
 * which it is found and deleted.
 */
@Entity('item_photos')
@Index('IX_item_photos_added', ['addedAt'])
export class ItemPhotoEntity {
  /** Hash of the workspace and the content: the same upload is stored once, and copied items share it. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_item_photos' })
  id!: string;

  /** Time of the last upload with this content. */
  @Column({ type: 'timestamptz', precision: 3 })
  addedAt!: Date;
}
