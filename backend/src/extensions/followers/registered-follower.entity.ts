import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A follower since it was first loaded: it follows older shows from where they were then. */
@Entity('extension_followers')
export class RegisteredFollowerEntity {
  /** `<extension>/<class>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_extension_followers' })
  follower!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  registeredAt!: Date;
}
