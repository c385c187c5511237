import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A throttle of a platform. Calls during the throttle extend it, so every process must know it, even one that
 * started later.
 */
@Entity('throttles')
export class ThrottleEntity {
  /** `app` and its name, or `account`, the app, and the account's id at the platform. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_throttles' })
  scope!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
