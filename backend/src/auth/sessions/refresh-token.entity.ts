import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionEntity } from './session.entity';

/**
 * One issued refresh token. Only its id is stored, not the token. A session's newest token is the only one
 * not yet exchanged.
 */
@Entity('refresh_tokens')
@Index('IDX_refresh_tokens_family', ['familyId'])
@Index('IDX_refresh_tokens_expiry', ['expiresAt'])
export class RefreshTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_refresh_tokens' })
  id!: string;

  /** The session. */
  @Column('uuid')
  @ForeignKey(() => SessionEntity, { onDelete: 'CASCADE', name: 'FK_refresh_tokens_session' })
  familyId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  /** Time at which the token was exchanged for its successor. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  rotatedAt!: Date | null;
}
