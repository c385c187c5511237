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
// Does not begin with the show, for the reason given at ClaimEntity.
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

  /** The part that all forms of the platform's comment id share; null if the platform has only one form. */
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

  /** The rule by which the policy refused one of its intents or sent it to review. */
  @Column('json', { nullable: true })
  why!: CommentWhy | null;

  /** Outcome of each intent; null if the comment asked for one unit of one item, or for nothing. */
  @Column('json', { nullable: true })
  outcomes!: IntentOutcome[] | null;

  @Column('boolean')
  byHost!: boolean;

  /** Time at which the viewer wrote the comment. A time later than the arrival is stored as the arrival. */
  @Column({ type: 'timestamptz', precision: 3 })
  commentedAt!: Date;

  /** True if the platform reports no milliseconds. */
  @Column('boolean')
  secondsOnly!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  receivedAt!: Date;

  /**
   * The transaction that took the comment in, and its index among the comments of that transaction in order
   * of arrival. Replay needs both.
   */
  @Column('bigint')
  batch!: number;

  @Column('int')
  batchIndex!: number;

  /**
   * Buyer, outcome, and rule as first decided, which replay needs. Null until one of them changes: the author
   * becomes known, or the comment returns to review. Only the return to review stores `why`.
   */
  @Column('json', { nullable: true, name: 'before_identity' })
  firstDecision!: { buyerId: string; outcome: Outcome; why?: CommentWhy | null } | null;

  @Column('text', { nullable: true })
  editedText!: string | null;

  /** Time of the edit, as the platform reported it. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  hiddenAt!: Date | null;

  /** The decision about the review or the pending comment; null while it is open, or if there was none. */
  @Column('json', { nullable: true })
  resolution!: CommentResolution | null;
}
