import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A platform's throttle. Calls during the throttle extend it, so every process must know about it, even one
 * that started later.
 */
@Entity('throttles')
export class ThrottleEntity {
  /** `app <app name>`, or `account <app name> <the platform's account id>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_throttles' })
  scope!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
