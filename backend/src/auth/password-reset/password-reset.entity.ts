import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../accounts/user.entity';

/**
 * A single-use link that sets a new password. An account has at most one link. Setting a new password removes
 * it.
 */
@Entity('password_resets')
@Index('UQ_password_resets_user', ['userId'], { unique: true })
@Index('UQ_password_resets_token', ['tokenHash'], { unique: true })
export class PasswordResetEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_password_resets' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE', name: 'FK_password_resets_user' })
  userId!: string;

  /**
   * SHA-256 of the token in the link, so that read access to the table does not give access to the account.
   */
  @Column('bytea')
  tokenHash!: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
