import {
  type Currency,
  DismissedNumber,
  SHOW_STATUSES,
  type ShowRules,
  type ShowStatus,
} from '@sellary/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { sqlWords } from '../kernel';

/**
 * A span in which the show was active: `[start, end)` in ms since the epoch. `end` is null while the span
 * lasts.
 */
export type ActiveSpan = [start: number, end: number | null];

/** A live sale. Counters, ledger head, and batch number change only while its row is locked. */
@Entity('shows')
@Check('CHK_shows_status', `status IN ${sqlWords(SHOW_STATUSES)}`)
@Index('IDX_shows_pending', ['id'], { where: 'pending_count > 0' })
@Index('IDX_shows_workspace', ['workspaceId', 'createdAt', 'id'])
@Index('IDX_shows_ledger_period', ['ledgerPeriod'])
export class ShowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_shows' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('text')
  name!: string;

  @Column('text', { default: 'draft' })
  status!: ShowStatus;

  /** A rule that is missing here has the value from `DEFAULT_RULES`. */
  @Column('jsonb', { default: {} })
  rules!: Partial<ShowRules>;

  /** Null if the show sells without prices. */
  @Column('jsonb', { nullable: true })
  currency!: Currency | null;

  @Column('jsonb', { default: [] })
  spans!: ActiveSpan[];

  @Column('uuid', { nullable: true })
  nowShowingItemId!: string | null;

  @Column('jsonb', { default: [] })
  dismissedNumbers!: DismissedNumber[];

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Column('bigint', { default: 0 })
  lastSeq!: number;

  @Column('bytea')
  headHash!: Buffer;

  /**
   * The period in which the ledger last grew (see `ledgerPeriodAt`), or 0 if that was before periods were
   * stored.
   */
  @Column('int', { default: 0 })
  ledgerPeriod!: number;

  /** Number of the latest show transaction that wrote ledger rows. */
  @Column('bigint', { default: 0 })
  lastBatch!: number;

  /**
   * Increases when words, items, or other rules that need a reparse (see `needsReparse`) change, so that
   * comments that are parsed but not yet decided are parsed again.
   */
  @Column('int', { default: 0 })
  vocabulary!: number;

  @Column('int', { default: 0 })
  itemCount!: number;

  @Column('int', { default: 0 })
  itemsClaimed!: number;

  @Column('int', { default: 0 })
  unitsTotal!: number;

  @Column('int', { default: 0 })
  unitsClaimed!: number;

  @Column('int', { default: 0 })
  winnerCount!: number;

  @Column('int', { default: 0 })
  waitlistCount!: number;

  @Column('int', { default: 0 })
  unmatchedCount!: number;

  @Column('int', { default: 0 })
  pendingCount!: number;

  @Column('int', { default: 0 })
  reviewCount!: number;

  @Column('int', { default: 0 })
  uniqueBuyers!: number;

  @Column('int', { default: 0 })
  commentCount!: number;

  @Column('int', { default: 0 })
  claimCount!: number;

  /** Total price of the units won, in minor units. */
  @Column('bigint', { default: 0 })
  amountWon!: number;
}
