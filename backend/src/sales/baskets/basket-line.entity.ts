import type { BasketLine } from '@sellary/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClaimEntity } from '../../claim-engine';
import { BasketEntity } from './basket.entity';

/**
 * A line as it was when its basket was paid, expired, or canceled. The buyer and the photo are not stored, so
 * they are always current.
 */
type WrittenLine = Omit<BasketLine, 'claimId' | 'price' | 'buyer' | 'photo'>;

/**
 * A unit in a basket. While the basket is open or requested, the line is counted at its claim's price as long
 * as the claim is a winner and unpaid. After that, `written` and `price` store the line.
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

  /** null if the show was deleted after the retention period. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => ClaimEntity, { onDelete: 'SET NULL', name: 'FK_basket_lines_claim' })
  claimId!: string | null;

  /**
   * False once the unit has left the basket. It may then be in another basket. A claim has at most one active
   * line.
   */
  @Column('boolean')
  active!: boolean;

  /** In minor units, or null if `written` is null or the unit had no price. */
  @Column('bigint', { nullable: true })
  price!: number | null;

  /** null while the line follows its claim. */
  @Column('jsonb', { nullable: true })
  written!: WrittenLine | null;
}
