import type { BasketLine } from '@sellary/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClaimEntity } from '../../claim-engine';
import { BasketEntity } from './basket.entity';

/** A line as it was when its basket was paid, expired, or cancelled. Buyer and photo are always read anew. */
type WrittenLine = Omit<BasketLine, 'claimId' | 'price' | 'buyer' | 'photo'>;

/**
 * A unit in a basket. While the basket is open or requested, the line counts as long as its claim wins and is
 * not paid, at the price of the claim. After that, `written` and `price` store the line.
 */
@Entity('basket_lines')
@Index('UQ_basket_lines_claim', ['claimId'], { unique: true, where: 'active' })
@Index('IDX_basket_lines_claim', ['claimId'])
@Index('IDX_basket_lines_basket', ['basketId'])
export class BasketLineEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_basket_lines' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => BasketEntity, { onDelete: 'CASCADE', name: 'FK_basket_lines_basket' })
  basketId!: string;

  /** null: its show was deleted after the retention period. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => ClaimEntity, { onDelete: 'SET NULL', name: 'FK_basket_lines_claim' })
  claimId!: string | null;

  /** False after the unit left the basket; it may then be in another. A claim has at most one active line. */
  @Column('boolean')
  active!: boolean;

  /** In minor units; null while `written` is null, and if the unit had no price. */
  @Column('bigint', { nullable: true })
  price!: number | null;

  /** null while the line follows its claim. */
  @Column('jsonb', { nullable: true })
  written!: WrittenLine | null;
}
