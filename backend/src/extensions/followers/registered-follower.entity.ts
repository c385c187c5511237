import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A follower that has been loaded before. From shows created before `registeredAt`, it receives only later
 * rows.
 */
@Entity('extension_followers')
export class RegisteredFollowerEntity {
  /** `<extension>/<class>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_extension_followers' })
  follower!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  registeredAt!: Date;
}
