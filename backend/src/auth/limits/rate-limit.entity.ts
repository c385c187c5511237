import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One counter of one limit, in the form that rate-limiter-flexible reads and writes. The table is unlogged: a
 * crash of PostgreSQL forgets the counters.
 */
@Entity('rate_limits')
export class RateLimitEntity {
  /** The limit's name and a hash of what it counts, so that the table holds neither emails nor addresses. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_rate_limits' })
  key!: string;

  @Column('integer')
  points!: number;

  /** End of the window, in milliseconds since the epoch. */
  @Column('bigint', { nullable: true })
  expire!: number | null;
}
