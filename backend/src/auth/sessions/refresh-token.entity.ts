import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../accounts/user.entity';
import { WorkspaceEntity } from '../workspaces/workspace.entity';

/** One issued refresh token. A *family* is the chain that grew from one sign-in: the session. The token itself is not stored, its id is. */
@Entity('refresh_tokens')
@Index('IDX_refresh_tokens_family', ['familyId'])
@Index('IDX_refresh_tokens_expiry', ['expiresAt'])
export class RefreshTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_refresh_tokens' })
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE', name: 'FK_refresh_tokens_user' })
  userId!: string;

  @Column('uuid')
  @ForeignKey(() => WorkspaceEntity, { onDelete: 'CASCADE', name: 'FK_refresh_tokens_workspace' })
  workspaceId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  /** When it was exchanged for its successor. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  rotatedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
