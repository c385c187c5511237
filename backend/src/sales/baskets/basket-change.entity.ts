import type { Actor, BasketChange, BasketState, BasketStep } from '@sellary/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BasketEntity } from './basket.entity';

/** A basket's columns before a step, for undoing the step. Times are in ISO 8601. */
export interface StateBefore {
  requestedAt: string | null;
  requestedTotal: number | null;
  paidAt: string | null;
  method: string | null;
  reference: string | null;
  packedAt: string | null;
}

export interface ChangeDetails {
  method?: string;
  reference?: string;
  reason?: string;
  /** The step that an undo reverted. */
  undoes?: BasketStep;
  before?: StateBefore;
  /** Ledger rows of the releases, in order, if the step released the basket's claims. */
  releases?: { showId: string; claimId: string; seq: number }[];
}

/** A basket step, stored for the history, for undo, and to recognize repeated requests. */
@Entity('basket_changes')
@Index('IDX_basket_changes_basket', ['basketId', 'id'])
export class BasketChangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_basket_changes' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => BasketEntity, { onDelete: 'CASCADE', name: 'FK_basket_changes_basket' })
  basketId!: string;

  @Column('text')
  step!: BasketChange['step'];

  @Column('text')
  fromState!: BasketState;

  @Column('text')
  toState!: BasketState;

  /** Basket version that the step was requested for. */
  @Column('text')
  fromVersion!: string;

  /** True if a later step undid this one. */
  @Column('boolean', { default: false })
  undone!: boolean;

  @Column('jsonb')
  details!: ChangeDetails;

  @Column('json')
  by!: Actor;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
