import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A block by a platform. Calls while it stands make it longer, so every process must know of it, also one that was started since. */
@Entity('throttles')
export class ThrottleEntity {
  /** `app`, or `account` and its id at the platform. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_throttles' })
  scope!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
