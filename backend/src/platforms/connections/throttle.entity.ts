import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A throttle of a platform. Calls during the throttle extend it, so every process must know it, even one that
 * started later.
 */
@Entity('throttles')
export class ThrottleEntity {
  /** `app <name of the app>`, or `account <name of the app> <id of the account at the platform>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_throttles' })
  scope!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
