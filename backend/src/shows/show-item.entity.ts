import { MAX_UNITS_PER_ITEM } from '@sellary/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ItemPhotoEntity } from './photos/item-photo.entity';
import { ShowEntity } from './show.entity';

/** One variant, with the counts that an item without variants stores in its own columns. */
export interface VariantCounts {
  name: string;
  total: number;
  claimed: number;
  waiting: number;
  lastPlace: number;
  /** In minor units. Absent if the item's price applies. */
  price?: number;
  /** A SKU or a barcode. Absent if the variant has none. */
  sku?: string;
}

/**
 * A numbered item for sale. `itemKey` identifies it, and `itemNumber` is the text that the operator typed.
 */
@Entity('show_items')
@Index('UQ_show_items_key', ['showId', 'itemKey'], { unique: true })
@Check(
  'CHK_show_items_quantity',
  `total_quantity >= 1 AND (total_quantity <= ${MAX_UNITS_PER_ITEM} OR variants IS NOT NULL)`,
)
@Check(
  'CHK_show_items_variants',
  `NOT jsonb_path_exists(variants, '$[*] ? (@.claimed < 0 || @.claimed > @.total || @.waiting < 0)')`,
)
@Check('CHK_show_items_not_oversold', 'claimed_count BETWEEN 0 AND total_quantity')
@Check('CHK_show_items_prices', 'price >= 0 AND compare_at_price >= 0')
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

  /** In minor units of the show's currency. */
  @Column('bigint', { nullable: true })
  price!: number | null;

  @Column('bigint', { nullable: true })
  compareAtPrice!: number | null;

  /** A SKU or a barcode. */
  @Column('text', { nullable: true })
  sku!: string | null;

  @Index('IX_show_items_photo', { where: 'photo IS NOT NULL' })
  @Column('text', { nullable: true })
  @ForeignKey(() => ItemPhotoEntity, { name: 'FK_show_items_photo' })
  photo!: string | null;

  /** The last assigned place in the item's line. */
  @Column('double precision', { default: 0 })
  lastPlace!: number;

  /** null while the item is on sale. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  /** Variants in the operator's order; the item's counts are their sums. null if the item has no variants. */
  @Column('jsonb', { nullable: true })
  variants!: VariantCounts[] | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
