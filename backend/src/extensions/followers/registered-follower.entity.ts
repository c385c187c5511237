import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A follower that was loaded before. In shows that are older than it, it receives only the later rows. */
@Entity('extension_followers')
export class RegisteredFollowerEntity {
  /** `<extension>/<class>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_extension_followers' })
  follower!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  registeredAt!: Date;
}
