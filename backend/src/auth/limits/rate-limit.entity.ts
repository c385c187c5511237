import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One counter for one limit, in rate-limiter-flexible's format. The table is unlogged, so the counters are
 * lost if PostgreSQL crashes.
 */
@Entity('rate_limits')
export class RateLimitEntity {
  /**
   * The limit's name and a hash of the counted key, so that the table contains neither email addresses nor IP
   * addresses.
   */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_rate_limits' })
  key!: string;

  @Column('integer')
  points!: number;

  /** End of the window, in milliseconds since the epoch. */
  @Column('bigint', { nullable: true })
  expire!: number | null;
}
