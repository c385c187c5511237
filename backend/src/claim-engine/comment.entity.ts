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
// Does not begin with the show, for the reason explained in ClaimEntity.
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

  /** The part shared by all forms of the platform's comment id; null if the platform has only one form. */
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

  /** The rule that refused one of the comment's intents or sent it to review. */
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
   * The show transaction that stored the comment, and the comment's index in it, in order of arrival. Replay
   * needs both.
   */
  @Column('bigint')
  batch!: number;

  @Column('int')
  batchIndex!: number;

  /**
   * Buyer, outcome, and rule as first decided, for replay. Null until one of them changes because the author
   * becomes known or the comment returns to review. `why` is stored only for a return to review.
   */
  @Column('json', { nullable: true, name: 'before_identity' })
  firstDecision!: { buyerId: string; outcome: Outcome; why?: CommentWhy | null } | null;

  @Column('text', { nullable: true })
  editedText!: string | null;

  /** Time of the edit, as reported by the platform. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  hiddenAt!: Date | null;

  /** The decision on the review or the pending comment; null until it is made, or if none is needed. */
  @Column('json', { nullable: true })
  resolution!: CommentResolution | null;
}
