import { ROLES, type Role } from '@sellary/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlWords } from '../../kernel';
import { WorkspaceEntity } from '../workspaces/workspace.entity';

/**
 * An invitation to a workspace for one email address. It works once. An open invitation has been neither used
 * nor revoked. Each email has at most one open invitation per workspace.
 */
@Entity('invites')
@Check('CHK_invites_role', `role IN ${sqlWords(ROLES)}`)
@Index('UQ_invites_token', ['tokenHash'], { unique: true })
@Index('UQ_invites_open', ['workspaceId', 'emailKey'], {
  unique: true,
  where: 'accepted_at IS NULL AND revoked_at IS NULL',
})
export class InviteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_invites' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => WorkspaceEntity, { onDelete: 'CASCADE', name: 'FK_invites_workspace' })
  workspaceId!: string;

  /** The email as typed, with its domain in ASCII. */
  @Column('text')
  email!: string;

  /** The email in lower case, for comparison. */
  @Column('text')
  emailKey!: string;

  @Column('text')
  role!: Role;

  /**
   * SHA-256 of the token in the link, so that read access to the table does not give access to the workspace.
   */
  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  invitedBy!: string;

  @Column('text')
  invitedByName!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  acceptedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
