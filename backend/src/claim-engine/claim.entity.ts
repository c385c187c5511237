import { type Actor, CLAIM_STATUSES, type ClaimStatus, type ClaimWhy } from '@sellary/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlWords } from '../kernel';
import { ShowEntity, ShowItemEntity } from '../shows';
import { ACTIVE_STATUSES } from './active-claims';
import { BuyerEntity } from './buyer.entity';
import { CommentEntity } from './comment.entity';

/** One unit of an item that a buyer has won or waits for. */
@Entity('claims')
@Check('CHK_claims_status', `status IN ${sqlWords(CLAIM_STATUSES)}`)
@Check('CHK_claims_paid', "NOT paid OR status = 'winner'")
// `<=` between booleans means "implies": an unmatched claim has no item.
@Check('CHK_claims_item', "(status = 'unmatched') <= (item_id IS NULL)")
// If possible, an index begins with a column that is more selective than the show. PostgreSQL has no
// statistics for a show that began a minute ago, assumes a handful of claims, and might choose any index that
// begins with the show.
@Index('UQ_claims_idempotency', ['idempotencyKey', 'showId'], { unique: true })
@Index('UQ_claims_active', ['buyerId', 'itemKey', 'showId', 'unit'], {
  unique: true,
  where: `status IN ${ACTIVE_STATUSES}`,
})
@Index('IDX_claims_newest', ['showId', 'createdAt', 'id'])
@Index('IDX_claims_winners', ['itemId', 'wonSeq'], { where: "status = 'winner'" })
@Index('IDX_claims_line', ['itemId', 'place'], { where: "status = 'waitlist'" })
// Claims whose place is not a whole number, because an operator accepted them later
// (domain/allocation/places.ts).
@Index('IDX_claims_inserted', ['itemId', 'place'], { where: 'place <> floor(place)' })
@Index('IDX_claims_pending', ['showId'], { where: "status = 'pending'" })
@Index('IDX_claims_unmatched', ['itemKey', 'showId'], { where: "status = 'unmatched'" })
// Deleting a comment checks whether a claim refers to it.
@Index('IDX_claims_comment', ['commentId'])
@Index('IDX_claims_buyer', ['buyerId', 'showId'])
export class ClaimEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_claims' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_claims_show' })
  showId!: string;

  /** Null if the claim has not been matched to an item. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => ShowItemEntity, { name: 'FK_claims_item' })
  itemId!: string | null;

  @Column('text')
  itemKey!: string;

  @Column('uuid')
  @ForeignKey(() => BuyerEntity, { name: 'FK_claims_buyer' })
  buyerId!: string;

  /** Null for an award. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => CommentEntity, { onDelete: 'CASCADE', name: 'FK_claims_comment' })
  commentId!: string | null;

  @Column('text')
  status!: ClaimStatus;

  @Column('int', { default: 1 })
  unit!: number;

  /** Place in the item's line; kept after winning, so that an undo can return the claim to the same place. */
  @Column('double precision', { nullable: true })
  place!: number | null;

  @Column('boolean', { default: false })
  queueOnly!: boolean;

  /** Ledger row in which the claim won; winners are listed in this order. */
  @Column('bigint', { nullable: true })
  wonSeq!: number | null;

  /** Price of the claim's latest win, in minor units; null if it never won or the item had no price. */
  @Column('bigint', { nullable: true })
  price!: number | null;

  /** True if paid in a basket. The unit cannot be freed until the payment is undone. */
  @Column('boolean', { default: false })
  paid!: boolean;

  @Column('json')
  why!: ClaimWhy;

  /** sha256(platform, comment id, item key, unit) in hex; null for an award. */
  @Column('text', { nullable: true })
  idempotencyKey!: string | null;

  /** True if an operator awarded the unit. */
  @Column('boolean', { default: false })
  operatorAction!: boolean;

  /** The last operator or extension to change the claim; null if only viewers or, since then, the engine did. */
  @Column('json', { nullable: true })
  actor!: Actor | null;

  /** Ledger row of that act. */
  @Column('bigint', { nullable: true })
  actSeq!: number | null;

  @Column('boolean', { default: false })
  flagged!: boolean;

  @Column('text', { nullable: true })
  operatorNotes!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  claimedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  receivedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
