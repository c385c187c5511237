import type {
  CommentResolution,
  CommentWhy,
  IntentOutcome,
  Outcome,
  ParsedComment,
  PlatformId,
} from '@sellary/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ShowEntity } from '../shows';
import { BuyerEntity } from './buyer.entity';

/** A viewer's text, the intents understood, and the outcome. Stored once, together with its claims. */
@Entity('comments')
// Not led by the show, for the reason given at ClaimEntity.
@Index('UQ_comments_platform_id', ['platformCommentId', 'showId', 'platform'], { unique: true })
@Index('UQ_comments_id_in_broadcast', ['idInBroadcast', 'liveId', 'showId', 'platform'], {
  unique: true,
  where: 'id_in_broadcast IS NOT NULL',
})
@Index('IDX_comments_batch', ['showId', 'batch', 'batchIndex'])
@Index('IDX_comments_review', ['showId'], { where: "outcome = 'review' AND resolution IS NULL" })
@Index('IDX_comments_pending', ['showId'], { where: "outcome = 'pending' AND resolution IS NULL" })
@Index('IDX_comments_buyer', ['buyerId', 'showId'])
export class CommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_comments' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_comments_show' })
  showId!: string;

  @Column('text')
  platform!: PlatformId;

  @Column('text')
  liveId!: string;

  @Column('text')
  platformCommentId!: string;

  /**
   * The part of the id that is the same in every form in which the platform writes it; null if there is one
   * form only.
   */
  @Column('text', { nullable: true })
  idInBroadcast!: string | null;

  @Column('uuid')
  @ForeignKey(() => BuyerEntity, { name: 'FK_comments_buyer' })
  buyerId!: string;

  @Column('text')
  text!: string;

  @Column('json')
  parsed!: ParsedComment;

  @Column('text')
  outcome!: Outcome;

  @Column({ type: 'uuid', array: true })
  claimIds!: string[];

  /** Rule by which the policy refused an act of it or sent it to review. */
  @Column('json', { nullable: true })
  why!: CommentWhy | null;

  /** Outcome of each act; null if the comment asked for one unit of one item, or for nothing. */
  @Column('json', { nullable: true })
  outcomes!: IntentOutcome[] | null;

  @Column('boolean')
  byHost!: boolean;

  /** Time at which the viewer wrote it. A time later than its arrival is stored as its arrival. */
  @Column({ type: 'timestamptz', precision: 3 })
  commentedAt!: Date;

  /** The platform reports no milliseconds. */
  @Column('boolean')
  secondsOnly!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  receivedAt!: Date;

  /**
   * The transaction that took it in, and its place among that transaction's comments in order of arrival:
   * what replay folds.
   */
  @Column('bigint')
  batch!: number;

  @Column('int')
  batchIndex!: number;

  /**
   * Its state while its author was unknown, which replay folds. null if the author was always known, or still
   * is not.
   */
  @Column('json', { nullable: true })
  beforeIdentity!: { buyerId: string; outcome: Outcome } | null;

  @Column('text', { nullable: true })
  editedText!: string | null;

  /** Time of the edit, as the platform reported it. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  hiddenAt!: Date | null;

  /** An operator's decision about its review; null while that is open, or if there was none. */
  @Column('json', { nullable: true })
  resolution!: CommentResolution | null;
}
