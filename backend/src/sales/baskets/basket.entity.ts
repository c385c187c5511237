import { BASKET_STATES, type BasketExtra, type BasketState, type Currency } from '@sellary/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from '../../claim-engine';
import { sqlWords } from '../../kernel';
import { ShowEntity } from '../../shows';

/**
 * The units that one person buys in a show, or across several shows in an open box. The row is written when
 * baskets are read, so that comments are processed without writing to this table. A basket stays with the
 * account that it was opened for, even after a merge, until all of the basket's units belong to another
 * person.
 */
@Entity('baskets')
@Check('CHK_baskets_state', `state IN ${sqlWords(BASKET_STATES)}`)
@Index('UQ_baskets_number', { synchronize: false })
@Index('IDX_baskets_list', ['workspaceId', 'createdAt', 'id'])
@Index('IDX_baskets_show', ['showId'])
export class BasketEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_baskets' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  /** null for an open box. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_baskets_show' })
  showId!: string | null;

  /** The person's first account at the time the basket was opened or last moved. */
  @Column('uuid')
  @ForeignKey(() => BuyerEntity, { onDelete: 'CASCADE', name: 'FK_baskets_person' })
  personId!: string;

  @Column('jsonb', { nullable: true })
  currency!: Currency | null;

  /** Code of `currency`, or empty if there is no currency. */
  @Column('text')
  currencyCode!: string;

  /** 1 for the person's first basket in the show and currency, or for the first open box in the currency. */
  @Column('int')
  number!: number;

  @Column('text')
  state!: BasketState;

  /** Increases with every change to this row. */
  @Column('int')
  version!: number;

  @Column('jsonb', { default: [] })
  extras!: BasketExtra[];

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  requestedAt!: Date | null;

  @Column('bigint', { nullable: true })
  requestedTotal!: number | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  paidAt!: Date | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { nullable: true })
  reference!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  packedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  shippedAt!: Date | null;

  /** Time at which an operator undid a step. The hold does not start earlier. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  holdFrom!: Date | null;

  /** Time at which the first unit was won. */
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
