import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('users')
@Index('UQ_users_email_key', ['emailKey'], { unique: true })
export class UserEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_users' })
  id!: string;

  /** The email as typed, with its domain in ASCII. */
  @Column('text')
  email!: string;

  /** The key for comparing emails; see `emailKeyOf`. */
  @Column('text')
  emailKey!: string;

  @Column('text')
  name!: string;

  /** A BCP 47 tag from `LANGUAGES`, or null until the user chooses one. */
  @Column('text', { nullable: true })
  language!: string | null;

  /** argon2id, in PHC string form. */
  @Column('text')
  passwordHash!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
